package io.spotcheck.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of the command line. */
final class Messages {

    static final ResourceBundle BUNDLE = ResourceBundle.getBundle("io.spotcheck.cli.messages", Locale.ROOT);

    private Messages() {
    }

    /** A sentence with its gaps filled; numbers are written without separators. */
    static String text(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(values);
    }
}
