package io.spotcheck.protocol;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.RequestRules;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is wrong with a request.
 *
 * @param findings all that is wrong; a request with an error is not sent
 */
public record RequestValidation(List<Finding> findings) {

    /** Copies the list. */
    public RequestValidation {
        findings = List.copyOf(findings);
    }

    /** What every protocol expects of a request. */
    public static RequestValidation of(AdRequest request) {
        return new RequestValidation(RequestRules.check(request));
    }

    /** Whether the request may be sent. */
    public boolean isValid() {
        return findings.stream().noneMatch(f -> f.severity() == Severity.ERROR);
    }

    /** All errors as one text. */
    public String message() {
        return findings.stream().filter(f -> f.severity() == Severity.ERROR).map(Finding::message)
                .collect(Collectors.joining(" "));
    }
}
