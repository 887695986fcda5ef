package io.spotcheck.protocol.custom;

import java.util.regex.Pattern;
import javax.xml.xpath.XPathExpressionException;

/**
 * What answers are written in, and so how places in them are named.
 *
 * <p>In JSON a place is a JSON pointer (RFC 6901): {@code /video/url} is seen from the part that it is asked of, such
 * as an ad, and {@code #/server} from the whole document. In XML it is an XPath 1.0 expression, {@code Media/@url} or
 * {@code /Answer/Server}; elements and attributes go by their names without prefixes, and prefixes in the expression
 * say nothing.
 */
enum AnswerFormat {
    /** JSON (RFC 8259). */
    JSON {
        @Override
        void check(String option, String place) {
            if (!POINTER.matcher(place).matches()) {
                throw Section.wrong(option, "is not a JSON pointer, as “/video/url” is: “" + place + "”");
            }
        }
    },
    /** XML 1.0. */
    XML {
        @Override
        void check(String option, String place) {
            try {
                XPathDocument.check(place);
            } catch (XPathExpressionException wrong) {
                throw new IllegalArgumentException(
                        Section.wrong(option, "is not an XPath expression: “" + place + "”").getMessage(), wrong);
            }
        }
    };

    private static final Pattern POINTER = Pattern.compile("#?(/([^~/]|~[01])*)*");

    /**
     * Looks whether a place is one.
     *
     * @throws IllegalArgumentException if it is not
     */
    abstract void check(String option, String place);
}
