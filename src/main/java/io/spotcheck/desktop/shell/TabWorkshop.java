package io.spotcheck.desktop.shell;

import io.spotcheck.desktop.session.Linting;
import io.spotcheck.desktop.session.UiThread;
import io.spotcheck.desktop.source.SourceModel.Document;
import io.spotcheck.desktop.source.Workshop;
import io.spotcheck.orchestrator.OrchestratorConfig.UpstreamType;
import io.spotcheck.resolution.NodeKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workshop of a tab: its own document changes in its request, a file on the disk, all others in a new tab. */
public final class TabWorkshop implements Workshop {

    private static final Logger LOG = LoggerFactory.getLogger(TabWorkshop.class);

    private final TabModel tab;
    private final WindowModel window;
    private final Linting linting;
    private final UiThread ui;

    /** The workshop of this tab in this window. */
    public TabWorkshop(TabModel tab, WindowModel window, Linting linting, UiThread ui) {
        this.tab = tab;
        this.window = window;
        this.linting = linting;
        this.ui = ui;
    }

    @Override
    public Target targetOf(Document document) {
        if (!isFirst(document)) {
            return Target.COPY;
        }
        UpstreamType wire = tab.request().wireProperty().get();
        if (wire == UpstreamType.MEMORY && draft().get().equals(document.source().text())) {
            return Target.OWN;
        }
        return wire == UpstreamType.FILE && fileOf(document).isPresent() ? Target.FILE : Target.COPY;
    }

    @Override
    public void keep(Document document, String changed) {
        switch (targetOf(document)) {
            case OWN -> {
                draft().set(changed);
                tab.resolve();
            }
            case FILE -> write(document, changed);
            case COPY -> window.openCopy(tab, document.source().name(), changed, false);
        }
    }

    @Override
    public void edit(Document document) {
        window.openCopy(tab, document.source().name(), document.source().text(), true);
    }

    @Override
    public StringProperty draft() {
        return tab.request().documentProperty();
    }

    @Override
    public ObservableValue<Boolean> hasDraft() {
        return tab.request().wireProperty().map(wire -> wire == UpstreamType.MEMORY);
    }

    @Override
    public BooleanProperty editingProperty() {
        return tab.editingProperty();
    }

    @Override
    public Linting linting() {
        return linting;
    }

    private void write(Document document, String changed) {
        Path file = fileOf(document).orElseThrow();
        String before = document.source().text();
        Thread.ofVirtual().name("write").start(() -> {
            ui.checkNot();
            try {
                TextFile.replace(file, before, changed);
                ui.execute(tab::resolveAfresh);
            } catch (IOException unwritable) {
                LOG.info("{} stays as it is: {}", file, unwritable.getMessage());
                // Nothing of the work is lost: what cannot be written opens as a copy.
                ui.execute(() -> window.openCopy(tab, document.source().name(), changed, false));
            }
        });
    }

    private boolean isFirst(Document document) {
        return tab.resolution().resolutionProperty().get().nodes().filter(n -> n.kind() == NodeKind.DOCUMENT)
                .findFirst().filter(n -> n.id() == document.nodeId()).isPresent();
    }

    private static Optional<Path> fileOf(Document document) {
        try {
            URI name = URI.create(document.source().name());
            return "file".equals(name.getScheme()) ? Optional.of(Path.of(name)) : Optional.empty();
        } catch (IllegalArgumentException notAFile) {
            return Optional.empty();
        }
    }
}
