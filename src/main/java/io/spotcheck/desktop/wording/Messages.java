package io.spotcheck.desktop.wording;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The window's sentences by key. */
public final class Messages {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("io.spotcheck.desktop.messages", Locale.ROOT);

    private Messages() {
    }

    /**
     * A sentence, with its places filled.
     *
     * @throws java.util.MissingResourceException if there is none under this key
     */
    public static String text(String key, Object... values) {
        String pattern = TEXTS.getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(values);
    }
}
