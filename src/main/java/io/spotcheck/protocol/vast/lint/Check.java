package io.spotcheck.protocol.vast.lint;

import io.spotcheck.xml.XmlElement;

/** Looks at one element and reports what is wrong with it. Holds no state. */
@FunctionalInterface
interface Check {

    void check(XmlElement element, LintPass pass);
}
