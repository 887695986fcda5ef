package io.spotcheck.workspace;

import io.spotcheck.orchestrator.ConfigurationException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values for the variables of profiles, which are written {@code {{name}}}.
 *
 * @param values the values by name
 */
public record Variables(Map<String, String> values) {

    /** The name of the variable that holds the base URL of the local ad server. */
    public static final String SANDBOX = "sandbox";

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*(" + NAME.pattern() + ")\\s*}}");
    private static final Variables NONE = new Variables(Map.of());

    /** Copies the map. */
    public Variables {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** No values. */
    public static Variables none() {
        return NONE;
    }

    /** Whether a variable can be called so: a letter or an underscore, then also digits, dots and dashes. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The names of the variables in a profile. */
    public static SortedSet<String> namesIn(Profile profile) {
        var names = new TreeSet<String>();
        ProfileStrings.map(profile, text -> {
            Matcher variable = VARIABLE.matcher(text);
            while (variable.find()) {
                names.add(variable.group(1));
            }
            return text;
        });
        return Collections.unmodifiableSortedSet(names);
    }

    /** The value of a variable. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** These values and one more, which replaces one of the same name. */
    public Variables with(String name, String value) {
        var all = new LinkedHashMap<>(values);
        all.put(name, value);
        return new Variables(all);
    }

    /** These values and all of the others, which replace those of the same name. */
    public Variables with(Variables others) {
        var all = new LinkedHashMap<>(values);
        all.putAll(others.values);
        return new Variables(all);
    }

    /**
     * Fills the variables of a text.
     *
     * @throws ConfigurationException if it names a variable that has no value
     */
    public String expand(String text) {
        if (!text.contains("{{")) {
            return text;
        }
        return VARIABLE.matcher(text).replaceAll(variable -> Matcher.quoteReplacement(
                value(variable.group(1)).orElseThrow(() -> unknown(variable.group(1)))));
    }

    /**
     * Fills the variables of every text of a profile, except its name and description.
     *
     * @throws ConfigurationException if it names a variable that has no value
     */
    public Profile expand(Profile profile) {
        return ProfileStrings.map(profile, this::expand);
    }

    private ConfigurationException unknown(String name) {
        String known = values.isEmpty() ? "no variable is set" : "set are " + String.join(", ", values.keySet());
        return new ConfigurationException("There is no value for the variable {{" + name + "}}; " + known + ".");
    }
}
