package io.spotcheck.desktop.wording;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences by key: those of the whole window, and those of one feature. */
public final class Messages {

    private static final Messages WINDOW = new Messages(ResourceBundle.getBundle("io.spotcheck.desktop.messages",
            Locale.ROOT));

    private final ResourceBundle bundle;

    private Messages(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The sentences of the feature to which this class belongs: the {@code messages.properties} beside its classes. */
    public static Messages of(Class<?> feature) {
        return new Messages(ResourceBundle.getBundle(feature.getPackageName() + ".messages", Locale.ROOT,
                feature.getClassLoader()));
    }

    /**
     * A sentence of the window, with its places filled.
     *
     * @throws java.util.MissingResourceException if there is none under this key
     */
    public static String text(String key, Object... values) {
        return WINDOW.get(key, values);
    }

    /**
     * A sentence, with its places filled.
     *
     * @throws java.util.MissingResourceException if there is none under this key
     */
    public String get(String key, Object... values) {
        // Always through MessageFormat, so that braces and apostrophes are written the same way in every sentence.
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }
}
