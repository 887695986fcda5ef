package io.spotcheck.desktop;

import io.spotcheck.desktop.sample.PaneStage;
import io.spotcheck.desktop.sample.SampleTab;
import io.spotcheck.desktop.source.SourceModel;
import io.spotcheck.desktop.source.SourceView;
import io.spotcheck.desktop.theme.Theme;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of each pane with real content, for people to look at: {@code -Dspotcheck.screenshots=true}. */
@EnabledIfSystemProperty(named = "spotcheck.screenshots", matches = "true")
class PaneScreenshots {

    private static PaneStage stage;

    @BeforeAll
    static void open() {
        stage = PaneStage.open(640, 520);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void source(Theme theme) {
        SampleTab tab = SampleTab.finished();
        stage.show(theme, () -> (Parent) new SourceView(new SourceModel(tab.live(), tab.selection())).root());
        settle();
        PaneStage.run(() -> tab.selection().select(tab.ad() + 2));
        settle();
        picture("source", theme);
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.sleep(400, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void picture(String pane, Theme theme) {
        stage.picture(pane + "-" + theme.name().toLowerCase(Locale.ROOT));
    }
}
