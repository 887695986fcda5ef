package io.spotcheck.desktop;

import io.spotcheck.desktop.session.Orchestrators;
import io.spotcheck.desktop.session.UiThread;
import io.spotcheck.desktop.shell.EnvironmentModel;
import io.spotcheck.orchestrator.ConfigurationException;
import io.spotcheck.sandbox.SandboxException;
import io.spotcheck.sandbox.SandboxServer;
import io.spotcheck.workspace.Installation;
import io.spotcheck.workspace.Profile;
import io.spotcheck.workspace.Variables;
import io.spotcheck.workspace.Workspace;
import java.util.Optional;

/**
 * The values of variables: those of the chosen environment, and the address of the sandbox, which is started the first
 * time that a profile names it. Asked on threads that may block.
 */
final class LocalSandbox implements Orchestrators.Values, AutoCloseable {

    private final UiThread ui;
    private final EnvironmentModel environments;
    private final Optional<Installation> installation;
    private Optional<SandboxServer> server = Optional.empty();
    private volatile Optional<Workspace> workspace = Optional.empty();
    private volatile Optional<String> environment = Optional.empty();

    LocalSandbox(UiThread ui, EnvironmentModel environments, Optional<Installation> installation) {
        this.ui = ui;
        this.environments = environments;
        this.installation = installation;
        environments.chosenProperty().subscribe(name -> environment = name);
    }

    /** Another workspace is open. */
    void use(Optional<Workspace> opened) {
        ui.check();
        workspace = opened;
    }

    @Override
    public Variables of(Profile profile) {
        ui.checkNot();
        Variables values = environment.flatMap(name -> workspace.map(w -> w.environment(name).toVariables()))
                .orElse(Variables.none());
        boolean needed = profile.needsSandbox() && values.value(Variables.SANDBOX).isEmpty();
        return needed ? values.with(Variables.SANDBOX, baseUrl()) : values;
    }

    /** Where the sandbox listens; starts it when it does not run yet. */
    synchronized String baseUrl() {
        if (server.isEmpty()) {
            Installation home = installation.orElseThrow(() -> new ConfigurationException(
                    "The sandbox has nothing to serve: its sample tags were not found beside the program."));
            try {
                server = Optional.of(SandboxServer.start(home.assets(), 0));
            } catch (SandboxException unable) {
                throw new ConfigurationException("The sandbox cannot start: " + unable.getMessage(), unable);
            }
            String url = server.get().baseUrl().toString();
            ui.execute(() -> environments.sandboxStarted(url));
        }
        return server.get().baseUrl().toString();
    }

    /** The sandbox, when it runs. */
    synchronized Optional<SandboxServer> server() {
        return server;
    }

    @Override
    public synchronized void close() {
        server.ifPresent(SandboxServer::close);
        server = Optional.empty();
    }
}
