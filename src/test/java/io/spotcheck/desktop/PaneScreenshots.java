package io.spotcheck.desktop;

import io.spotcheck.cache.MemoryCache;
import io.spotcheck.desktop.auction.AuctionModel;
import io.spotcheck.desktop.auction.AuctionView;
import io.spotcheck.desktop.cache.CacheModel;
import io.spotcheck.desktop.cache.CacheView;
import io.spotcheck.desktop.exchange.ExchangeModel;
import io.spotcheck.desktop.exchange.ExchangeView;
import io.spotcheck.desktop.findings.FindingsModel;
import io.spotcheck.desktop.findings.FindingsView;
import io.spotcheck.desktop.preview.PreviewModel;
import io.spotcheck.desktop.preview.PreviewView;
import io.spotcheck.desktop.sample.FakeLint;
import io.spotcheck.desktop.sample.FakeResolution;
import io.spotcheck.desktop.sample.FakeWorkshop;
import io.spotcheck.desktop.sample.PaneStage;
import io.spotcheck.desktop.sample.SampleAuction;
import io.spotcheck.desktop.sample.SampleSchedule;
import io.spotcheck.desktop.sample.SampleTab;
import io.spotcheck.desktop.session.Selection;
import io.spotcheck.desktop.source.EditorModel;
import io.spotcheck.desktop.source.SourceModel;
import io.spotcheck.desktop.source.SourceView;
import io.spotcheck.desktop.theme.Theme;
import io.spotcheck.desktop.timeline.TimelineModel;
import io.spotcheck.desktop.timeline.TimelineView;
import io.spotcheck.desktop.tracking.TrackingLogModel;
import io.spotcheck.desktop.tracking.TrackingLogView;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.sandbox.SandboxException;
import io.spotcheck.sandbox.SandboxServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of each pane with real content, for people to look at: {@code -Dspotcheck.screenshots=true}. */
@EnabledIfSystemProperty(named = "spotcheck.screenshots", matches = "true")
class PaneScreenshots {

    private static final int SETTLING_PULSES = 40;

    private static PaneStage stage;
    private static PaneStage wide;
    private static PaneStage tall;

    @BeforeAll
    static void open() {
        stage = PaneStage.open(640, 520);
        tall = PaneStage.open(480, 720);
        wide = PaneStage.open(1000, 260);
    }

    @AfterAll
    static void close() {
        stage.close();
        wide.close();
        tall.close();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void source(Theme theme) {
        SampleTab tab = SampleTab.finished();
        stage.show(theme, () -> (Parent) source(tab).root());
        settle();
        PaneStage.run(() -> tab.selection().select(tab.ad() + 2));
        settle();
        picture("source", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void headersAndTiming(Theme theme) {
        SampleTab tab = SampleTab.finished();
        ExchangeView view = PaneStage.call(
                () -> new ExchangeView(new ExchangeModel(tab.live(), tab.selection())));
        stage.show(theme, () -> (Parent) view.headers());
        settle();
        picture("headers", theme);
        stage.show(theme, () -> (Parent) view.timing());
        settle();
        picture("timing", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void findings(Theme theme) {
        SampleTab tab = SampleTab.finished();
        wide.show(theme, () -> (Parent) new FindingsView(
                new FindingsModel(tab.live(), new FakeLint(), tab.selection(), _ -> { })).root());
        PaneStage.run(() -> tab.selection().select(tab.ad() + 2));
        settle();
        wide.picture("findings-" + name(theme));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void breaksAndBids(Theme theme) {
        var live = new FakeResolution();
        var selection = new Selection();
        wide.show(theme, () -> {
            var timeline = new TimelineView(new TimelineModel(live, selection), new SimpleBooleanProperty(true));
            var auction = new AuctionView(new AuctionModel(live, selection), new SimpleBooleanProperty(true));
            return new VBox(timeline.root(), auction.root());
        });
        PaneStage.run(() -> live.finish(SampleSchedule.request(), SampleSchedule.answer()));
        settle();
        wide.picture("breaks-" + name(theme));
        PaneStage.run(() -> {
            live.finish(SampleAuction.answer());
            selection.select(SampleAuction.answer().bids().get(1).nodeId());
        });
        settle();
        wide.picture("bids-" + name(theme));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void tracking(Theme theme) {
        SampleTab tab = SampleTab.finished();
        wide.show(theme, () -> (Parent) new TrackingLogView(
                new TrackingLogModel(tab.beacons(), tab.live(), tab.selection())).root());
        settle();
        wide.picture("tracking-empty-" + name(theme));
        PaneStage.run(() -> {
            tab.beacons().track("impression", OptionalInt.of(0), MacroValues.none());
            tab.beacons().track("start", OptionalInt.of(0), MacroValues.none());
            tab.beacons().track("mute", OptionalInt.of(0), MacroValues.none());
            tab.beacons().add(tab.sent("firstQuartile", 204));
            tab.beacons().add(tab.sent("midpoint", 500));
            tab.selection().select(tab.beacons().log().get(2).tracked().orElseThrow().beacon().nodeId(),
                    tab.beacons().log().get(2).tracked().orElseThrow().beacon().location().orElseThrow());
        });
        settle();
        wide.picture("tracking-" + name(theme));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void cache(Theme theme) {
        SampleTab tab = SampleTab.finished();
        var cache = new MemoryCache();
        cache.set("vast:ads.harbor.example/tag/v4/wrapper.xml:preroll-1:9f2c51", tab.answer(), Duration.ofMinutes(59));
        cache.set("vast:ads.harbor.example/tag/v4/wrapper.xml:midroll-2:1b77aa", tab.answer(), Duration.ofSeconds(40));
        cache.get("vast:ads.harbor.example/tag/v4/wrapper.xml:midroll-2:1b77aa");
        wide.show(theme, () -> (Parent) new CacheView(new CacheModel(() -> Optional.of(cache), _ -> { })).root());
        settle();
        wide.picture("cache-" + name(theme));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void preview(Theme theme) throws SandboxException {
        try (var server = SandboxServer.start(Path.of("assets"), 0)) {
            SampleTab tab = new SampleTab(server.baseUrl().resolve("/creatives/harbor-15s.mp4").toString());
            PreviewModel model = PaneStage.call(
                    () -> new PreviewModel(tab.live(), tab.selection(), tab.beacons()));
            PreviewView view = PaneStage.call(() -> new PreviewView(model));
            tall.show(theme, () -> (Parent) view.root());
            settle();
            tall.picture("preview-idle-" + name(theme));
            PaneStage.run(model::play);
            Awaitility.await().until(() -> model.stateProperty().get() == PreviewModel.State.PLAYING);
            Awaitility.await().until(() -> model.playheadProperty().get().compareTo(Duration.ofSeconds(3)) > 0);
            PaneStage.run(model::pause);
            settle();
            tall.picture("preview-playing-" + name(theme));
            PaneStage.run(() -> {
                model.reset();
                model.choose(model.subjectProperty().get().orElseThrow().linear().orElseThrow().mediaFiles().get(1));
                model.play();
                ((ScrollPane) view.root().lookup(".scroll-pane")).setVvalue(1);
                ((Button) view.root().lookup(".resource-bar .button")).fire();
            });
            settle();
            settle();
            tall.picture("preview-failed-" + name(theme));
            PaneStage.run(view::dispose);
        }
    }

    private static SourceView source(SampleTab tab) {
        var workshop = new FakeWorkshop();
        return new SourceView(new SourceModel(tab.live(), tab.selection(), new FakeLint(), workshop),
                new EditorModel(workshop.draft(), workshop.linting()));
    }

    private static void settle() {
        // Pictures and pages are drawn some pulses after they were loaded.
        WaitForAsyncUtils.waitForFxEvents(SETTLING_PULSES);
    }

    private static void picture(String pane, Theme theme) {
        stage.picture(pane + "-" + name(theme));
    }

    private static String name(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }
}
