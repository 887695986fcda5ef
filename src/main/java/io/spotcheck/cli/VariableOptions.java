package io.spotcheck.cli;

import io.spotcheck.workspace.Variables;
import io.spotcheck.workspace.Workspace;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that give values to variables. */
final class VariableOptions {

    @Option(names = "--env", paramLabel = "NAME")
    private Optional<String> environment = Optional.empty();

    @Option(names = "--var", paramLabel = "name=value", mapFallbackValue = "")
    private Map<String, String> variables = new LinkedHashMap<>();

    /**
     * The values: those of the environment, and over them those given one by one.
     *
     * @param place where the workspace with the environment is looked for, from there upwards
     * @throws CommandFailure if a name cannot be one
     */
    Variables values(Path place) {
        variables.keySet().stream().filter(name -> !Variables.isName(name)).findFirst().ifPresent(name -> {
            throw new CommandFailure(Messages.text("option.var", name));
        });
        Variables base = environment.map(name -> Workspace.containing(place).environment(name).toVariables())
                .orElse(Variables.none());
        return base.with(new Variables(variables));
    }
}
