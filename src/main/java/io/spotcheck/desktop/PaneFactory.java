package io.spotcheck.desktop;

import static io.spotcheck.desktop.wording.Messages.text;

import io.spotcheck.cache.MemoryCache;
import io.spotcheck.desktop.shell.Pane;
import io.spotcheck.desktop.shell.TabModel;
import io.spotcheck.desktop.shell.TabPanes;
import io.spotcheck.desktop.shell.WindowModel;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** Makes the panes of each tab. */
final class PaneFactory {

    PaneFactory(WindowModel window, MemoryCache cache) {
    }

    TabPanes panesOf(TabModel tab) {
        return new TabPanes(List.of(slot("source"), slot("headers"), slot("timing"), slot("findings"),
                slot("preview")), List.of(slot("tracking"), slot("cache")), () -> { });
    }

    private static Pane slot(String id) {
        String title = text("pane." + id);
        return new Pane(id, new SimpleStringProperty(title), new StackPane(new Label(title)));
    }
}
