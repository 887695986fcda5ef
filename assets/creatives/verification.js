// A stand-in for a vendor's measurement script: it says that it ran and reports to the address in its parameters.
(function () {
  "use strict";
  var parameters = {};
  try {
    parameters = JSON.parse((window.omidVerificationParameters || "{}"));
  } catch (notJson) {
    parameters = {};
  }
  if (parameters.report) {
    new Image().src = parameters.report + "&event=loaded";
  }
}());
