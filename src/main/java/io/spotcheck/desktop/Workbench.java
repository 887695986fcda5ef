package io.spotcheck.desktop;

import io.spotcheck.cache.MemoryCache;
import io.spotcheck.desktop.profiles.ProfilesModel;
import io.spotcheck.desktop.request.RequestModel;
import io.spotcheck.desktop.session.BeaconLog;
import io.spotcheck.desktop.session.BeaconMode;
import io.spotcheck.desktop.session.DocumentLint;
import io.spotcheck.desktop.session.Linting;
import io.spotcheck.desktop.session.Orchestrators;
import io.spotcheck.desktop.session.Pulses;
import io.spotcheck.desktop.session.RunningResolution;
import io.spotcheck.desktop.session.UiThread;
import io.spotcheck.desktop.shell.EnvironmentModel;
import io.spotcheck.desktop.shell.FilePicker;
import io.spotcheck.desktop.shell.Layout;
import io.spotcheck.desktop.shell.TabModel;
import io.spotcheck.desktop.shell.WindowMemory;
import io.spotcheck.desktop.shell.WindowModel;
import io.spotcheck.desktop.shell.WindowState;
import io.spotcheck.desktop.shell.WindowView;
import io.spotcheck.orchestrator.ConfigurationException;
import io.spotcheck.orchestrator.OrchestratorConfig;
import io.spotcheck.orchestrator.OrchestratorConfig.UpstreamConfig;
import io.spotcheck.protocol.ProtocolHandlers;
import io.spotcheck.tracking.FiringTracker;
import io.spotcheck.transport.HttpTransport;
import io.spotcheck.workspace.Installation;
import io.spotcheck.workspace.Profile;
import io.spotcheck.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root: makes every model and view of the window once, and ends them together. */
public final class Workbench implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);
    private static final Duration BEACON_PATIENCE = Duration.ofSeconds(5);
    private static final WindowState.Bounds SMALLEST = new WindowState.Bounds(0, 0, 720, 480);

    private final UiThread ui = UiThread.javaFx();
    private final HttpTransport http = new HttpTransport();
    private final MemoryCache cache = new MemoryCache();
    private final BeaconMode beacons = new BeaconMode(new FiringTracker(http, BEACON_PATIENCE));
    private final EnvironmentModel environments = new EnvironmentModel();
    private final List<String> protocols = ProtocolHandlers.load().names();
    private final LocalSandbox sandbox;
    private final Linting linting;
    private final Orchestrators orchestrators;
    private final ProfilesModel profiles;
    private final WindowMemory memory;
    private final Layout layout;
    private final WindowModel window;
    private final WindowView view;
    private WindowState state;
    private Subscription listening = Subscription.EMPTY;

    /**
     * A workbench.
     *
     * @param memory       where the window's state is kept
     * @param installation where the samples are
     * @param picker       asks for a folder
     */
    public Workbench(WindowMemory memory, Optional<Installation> installation, FilePicker picker) {
        this.memory = memory;
        state = memory.read();
        layout = new Layout(state);
        sandbox = new LocalSandbox(ui, environments, installation);
        orchestrators = new Orchestrators(http, cache, beacons, sandbox);
        profiles = new ProfilesModel(ui, orchestrators);
        linting = new Linting(ui, () -> profiles.workspaceProperty().get().map(Workspace::folder));
        window = new WindowModel(this::newTab, profiles, beacons, layout);
        var panes = new PaneFactory(cache, window, linting);
        view = new WindowView(window, environments, panes::panesOf, picker);
    }

    /** Shows the window on this stage. */
    public void show(Stage stage) {
        ui.check();
        var scene = new Scene(view.root(), 1280, 800);
        stage.setTitle("Spotcheck");
        stage.setScene(scene);
        stage.setMinWidth(SMALLEST.width());
        stage.setMinHeight(SMALLEST.height());
        state.bounds().filter(Workbench::isOnScreen).ifPresent(b -> {
            stage.setX(b.x());
            stage.setY(b.y());
            stage.setWidth(Math.max(SMALLEST.width(), b.width()));
            stage.setHeight(Math.max(SMALLEST.height(), b.height()));
        });
        stage.setMaximized(state.maximized());
        layout.themeProperty().subscribe(theme -> theme.dress(scene));
        listening = Subscription.combine(
                remember(stage),
                profiles.workspaceProperty().subscribe(this::offerEnvironments),
                window.currentProperty().flatMap(TabModel::titleProperty)
                        .subscribe(title -> stage.setTitle(title + " – Spotcheck")));
        stage.show();
        view.activate();
        Thread.ofVirtual().name("warm-up").start(this::warmUp);
    }

    /** The first resolution of a process loads half the library; here it is one that nobody waits for. */
    private void warmUp() {
        ui.checkNot();
        var upstream = UpstreamConfig.memory("memory://warm-up", """
                <VAST version="4.2"><Ad id="1"><InLine><AdSystem>-</AdSystem><AdTitle>-</AdTitle><Impression/>
                <Creatives/></InLine></Ad></VAST>""");
        try {
            Orchestrators.Ready ready = orchestrators.forTest(
                    Profile.of("warm-up", OrchestratorConfig.of("vast", upstream)), Path.of(""));
            try (var orchestrator = ready.orchestrator()) {
                orchestrator.fetchAd(ready.request());
            }
        } catch (ConfigurationException withoutVast) {
            LOG.debug("nothing to warm up: {}", withoutVast.getMessage());
        }
    }

    /** Opens a workspace, or a profile and the workspace that it belongs to. */
    public void open(Path workspaceOrProfile) {
        ui.check();
        profiles.open(workspaceOrProfile, window::open);
    }

    /** Opens the file of a document as a tag, and asks for it. */
    public void openDocument(Path file) {
        ui.check();
        if (window.paste(file.toAbsolutePath().toUri().toString())) {
            window.current().resolve();
        }
    }

    /** The window's model. */
    public WindowModel window() {
        return window;
    }

    /** The sandbox, which starts when it is first needed. */
    LocalSandbox sandbox() {
        return sandbox;
    }

    /** Ends everything; may block for a moment. */
    @Override
    public void close() {
        listening.unsubscribe();
        view.dispose();
        window.dispose();
        memory.close();
        sandbox.close();
        http.close();
    }

    private TabModel newTab() {
        var resolution = new RunningResolution(ui, Pulses.javaFx());
        return new TabModel(new RequestModel(protocols), resolution, new BeaconLog(ui, resolution, beacons),
                new DocumentLint(resolution, linting), orchestrators, profiles::note);
    }

    private void offerEnvironments(Optional<Workspace> workspace) {
        sandbox.use(workspace);
        workspace.ifPresent(open -> Thread.ofVirtual().start(() -> {
            List<String> names;
            try {
                names = open.environments();
            } catch (ConfigurationException unreadable) {
                names = List.of();
            }
            List<String> found = names;
            ui.execute(() -> environments.offer(found));
        }));
    }

    private Subscription remember(Stage stage) {
        Runnable keep = () -> {
            boolean maximized = stage.isMaximized();
            Optional<WindowState.Bounds> bounds = maximized || !stage.isShowing() ? state.bounds()
                    : Optional.of(new WindowState.Bounds(stage.getX(), stage.getY(), stage.getWidth(),
                            stage.getHeight()));
            var before = new WindowState(bounds, maximized, state.theme(), state.profilesShown(),
                    state.requestShown(), state.bottomShown(), state.inspectorShare(), state.bottomShare(),
                    profiles.workspaceProperty().get().map(w -> w.folder().toString()).or(state::workspace),
                    state.folded());
            state = layout.toState(before);
            memory.keep(state);
        };
        return Subscription.combine(
                stage.xProperty().subscribe((_, _) -> keep.run()), stage.yProperty().subscribe((_, _) -> keep.run()),
                stage.widthProperty().subscribe((_, _) -> keep.run()),
                stage.heightProperty().subscribe((_, _) -> keep.run()),
                stage.maximizedProperty().subscribe((_, _) -> keep.run()),
                layout.themeProperty().subscribe((_, _) -> keep.run()),
                layout.profilesShownProperty().subscribe((_, _) -> keep.run()),
                layout.requestShownProperty().subscribe((_, _) -> keep.run()),
                layout.bottomShownProperty().subscribe((_, _) -> keep.run()),
                layout.breaksShownProperty().subscribe((_, _) -> keep.run()),
                layout.bidsShownProperty().subscribe((_, _) -> keep.run()),
                layout.inspectorShareProperty().subscribe((_, _) -> keep.run()),
                layout.bottomShareProperty().subscribe((_, _) -> keep.run()),
                profiles.workspaceProperty().subscribe((_, _) -> keep.run()));
    }

    private static boolean isOnScreen(WindowState.Bounds bounds) {
        return !Screen.getScreensForRectangle(bounds.x(), bounds.y(), bounds.width(), bounds.height())
                .isEmpty();
    }
}
