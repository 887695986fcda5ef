package io.spotcheck.workspace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A named set of values for variables, such as those of staging or of production.
 *
 * @param description what it is for
 * @param variables   the values by name
 */
public record Environment(Optional<String> description, Map<String, String> variables) {

    /** Fills what was left out. */
    public Environment {
        // Jackson gives null for what the file leaves out.
        variables = variables == null ? Map.of() : new LinkedHashMap<>(variables);
    }

    /** The values. */
    public Variables toVariables() {
        return new Variables(variables);
    }
}
