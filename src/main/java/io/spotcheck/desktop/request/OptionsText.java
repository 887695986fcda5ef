package io.spotcheck.desktop.request;

import io.spotcheck.desktop.wording.Messages;
import io.spotcheck.orchestrator.ConfigFormat;
import io.spotcheck.orchestrator.ConfigurationException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The options of a protocol as a person writes them: YAML, of which JSON is a part. */
final class OptionsText {

    private OptionsText() {
    }

    /**
     * What a text says.
     *
     * @param options the options; those that could be read, when something is wrong
     * @param problem what is wrong, in one sentence
     */
    record Read(Map<String, Object> options, Optional<String> problem) {

        static Read nothing() {
            return new Read(Map.of(), Optional.empty());
        }
    }

    /** Reads a text; a blank one has no options. */
    static Read read(String text) {
        if (text.isBlank()) {
            return Read.nothing();
        }
        try {
            Object value = ConfigFormat.parse(text, Messages.text("request.section.OPTIONS"), Object.class);
            if (!(value instanceof Map<?, ?> map)) {
                return new Read(Map.of(), Optional.of(Messages.text("request.problem.options")));
            }
            var options = new LinkedHashMap<String, Object>();
            map.forEach((name, each) -> options.put(String.valueOf(name), each));
            return new Read(options, Optional.empty());
        } catch (ConfigurationException wrong) {
            return new Read(Map.of(), Optional.of(wrong.getMessage()));
        }
    }

    /** Writes options so that {@link #read} reads them; nothing for none. */
    static String write(Map<String, Object> options) {
        return options.isEmpty() ? "" : ConfigFormat.write(options).stripTrailing();
    }
}
