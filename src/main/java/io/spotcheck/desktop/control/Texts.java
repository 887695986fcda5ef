package io.spotcheck.desktop.control;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of one feature: the {@code messages.properties} beside its classes. */
public final class Texts {

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The sentences of the feature to which this class belongs. */
    public static Texts of(Class<?> feature) {
        return new Texts(ResourceBundle.getBundle(feature.getPackageName() + ".messages", Locale.ROOT,
                feature.getClassLoader()));
    }

    /**
     * A sentence, with its places filled.
     *
     * @throws java.util.MissingResourceException if there is none under this key
     */
    public String get(String key, Object... values) {
        // Always through MessageFormat, so that an apostrophe is written the same way in every sentence.
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }
}
