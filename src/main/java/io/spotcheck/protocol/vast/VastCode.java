package io.spotcheck.protocol.vast;

/** The error codes that this package uses, by names; {@code errors.yaml} says what they mean. */
final class VastCode {

    static final int SCHEMA = 101;
    static final int VERSION = 102;
    static final int TYPE_NOT_EXPECTED = 200;
    static final int LINEARITY_NOT_EXPECTED = 201;
    static final int DURATION_NOT_EXPECTED = 202;
    static final int SIZE_NOT_EXPECTED = 203;
    static final int CATEGORY_MISSING = 204;
    static final int CATEGORY_BLOCKED = 205;
    static final int BREAK_SHORTENED = 206;
    static final int WRAPPER = 300;
    static final int WRAPPER_UNAVAILABLE = 301;
    static final int WRAPPER_LIMIT = 302;
    static final int NO_AD = 303;
    static final int NO_MEDIA_FILE = 401;
    static final int NO_SUPPORTED_MEDIA_FILE = 403;
    static final int MEZZANINE_MISSING = 406;
    static final int CONDITIONAL_AD = 408;
    static final int INTERACTIVE_NOT_RUN = 409;
    static final int VERIFICATION_NOT_RUN = 410;
    static final int MEZZANINE_UNFIT = 411;
    static final int OVERLAY_TOO_LARGE = 501;
    static final int OVERLAY_UNSUPPORTED = 503;
    static final int COMPANION_TOO_LARGE = 601;
    static final int COMPANION_REQUIRED = 602;
    static final int COMPANION_UNSUPPORTED = 604;

    private VastCode() {
    }
}
