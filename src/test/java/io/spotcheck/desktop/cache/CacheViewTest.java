package io.spotcheck.desktop.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.cache.MemoryCache;
import io.spotcheck.desktop.sample.PaneStage;
import io.spotcheck.desktop.theme.Theme;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CacheViewTest {

    private final PaneStage stage = PaneStage.open(640, 240);
    private final MemoryCache cache = new MemoryCache();
    private final CacheModel model = new CacheModel(() -> Optional.of(cache), _ -> { });
    private final CacheView view = PaneStage.call(() -> new CacheView(model));

    @AfterEach
    void close() {
        PaneStage.run(view::dispose);
        stage.close();
    }

    @Test
    void ticksOnlyWhileItsTabIsShown() {
        TabPane tabs = stage.show(Theme.LIGHT, () ->
                new TabPane(new Tab("cache", view.root()), new Tab("other", new Label())));
        await().until(() -> PaneStage.call(view::ticks));
        PaneStage.run(() -> tabs.getSelectionModel().select(1));
        await().until(() -> !PaneStage.call(view::ticks));
        PaneStage.run(() -> tabs.getSelectionModel().select(0));
        await().until(() -> PaneStage.call(view::ticks));
        PaneStage.run(() -> tabs.getScene().getWindow().hide());
        await().until(() -> !PaneStage.call(view::ticks));
    }

    @Test
    void aDroppedEntryLeavesTheTable() {
        cache.set("a", AdResponse.served("slot").build(), Duration.ofMinutes(5));
        cache.set("b", AdResponse.served("slot").build(), Duration.ofMinutes(5));
        stage.show(Theme.LIGHT, () -> (Parent) view.root());
        TableView<?> table = (TableView<?>) view.root().lookup(".table-view");
        await().until(() -> PaneStage.call(() -> table.getItems().size()) == 2);
        PaneStage.run(() -> model.drop(cache.entries().getFirst()));
        await().until(() -> PaneStage.call(() -> table.getItems().size()) == 1);

        assertThat(cache.entries()).hasSize(1);
    }
}
