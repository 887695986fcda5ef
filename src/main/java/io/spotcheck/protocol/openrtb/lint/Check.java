package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;

/** Looks at one object and reports what is wrong with it. Holds no state. */
@FunctionalInterface
interface Check {

    void check(JsonElement object, RtbPass pass);
}
