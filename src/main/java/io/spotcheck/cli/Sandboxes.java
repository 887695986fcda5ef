package io.spotcheck.cli;

import io.spotcheck.sandbox.SandboxException;
import io.spotcheck.sandbox.SandboxServer;
import io.spotcheck.workspace.Installation;
import io.spotcheck.workspace.ProfileFile;
import io.spotcheck.workspace.Variables;
import java.util.List;
import java.util.Optional;

/** Starts the local ad server where a command or a profile wants it. */
final class Sandboxes {

    private Sandboxes() {
    }

    /**
     * Starts a sandbox with the installation's samples.
     *
     * @param port the port on loopback; 0 for any free one
     * @throws CommandFailure if there are no samples, or the port is taken
     */
    static SandboxServer start(int port) {
        Installation installation = Installation.find().orElseThrow(
                () -> new CommandFailure(Messages.text("installation.missing", Installation.HOME_PROPERTY)));
        try {
            return SandboxServer.start(installation.assets(), port);
        } catch (SandboxException notStarted) {
            throw new CommandFailure(notStarted.getMessage(), notStarted);
        }
    }

    /** Starts one when a profile asks for it and nobody said where it is. */
    static Optional<SandboxServer> startFor(List<ProfileFile> profiles, Variables variables) {
        boolean needed = variables.value(Variables.SANDBOX).isEmpty()
                && profiles.stream().anyMatch(file -> file.profile().filter(p -> p.needsSandbox()).isPresent());
        return needed ? Optional.of(start(0)) : Optional.empty();
    }

    /** The variables with the address of the sandbox, if it runs. */
    static Variables with(Variables variables, Optional<SandboxServer> sandbox) {
        return sandbox.map(server -> variables.with(Variables.SANDBOX, server.baseUrl().toString())).orElse(variables);
    }
}
