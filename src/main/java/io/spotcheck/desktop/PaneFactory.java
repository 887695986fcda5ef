package io.spotcheck.desktop;

import static io.spotcheck.desktop.wording.Messages.text;

import io.spotcheck.cache.InspectableCache;
import io.spotcheck.desktop.auction.AuctionModel;
import io.spotcheck.desktop.auction.AuctionView;
import io.spotcheck.desktop.cache.CacheModel;
import io.spotcheck.desktop.cache.CacheView;
import io.spotcheck.desktop.exchange.ExchangeModel;
import io.spotcheck.desktop.exchange.ExchangeView;
import io.spotcheck.desktop.findings.FindingsModel;
import io.spotcheck.desktop.findings.FindingsView;
import io.spotcheck.desktop.history.HistoryModel;
import io.spotcheck.desktop.history.HistoryView;
import io.spotcheck.desktop.preview.PreviewModel;
import io.spotcheck.desktop.preview.PreviewView;
import io.spotcheck.desktop.session.Linting;
import io.spotcheck.desktop.session.UiThread;
import io.spotcheck.desktop.shell.Layout;
import io.spotcheck.desktop.shell.Pane;
import io.spotcheck.desktop.shell.TabModel;
import io.spotcheck.desktop.shell.TabPanes;
import io.spotcheck.desktop.shell.TabWorkshop;
import io.spotcheck.desktop.shell.WindowModel;
import io.spotcheck.desktop.source.EditorModel;
import io.spotcheck.desktop.source.SourceModel;
import io.spotcheck.desktop.source.SourceView;
import io.spotcheck.desktop.timeline.TimelineModel;
import io.spotcheck.desktop.timeline.TimelineView;
import io.spotcheck.desktop.tracking.TrackingLogModel;
import io.spotcheck.desktop.tracking.TrackingLogView;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Makes the panes of each tab, all over the tab's one resolution and one selection. */
final class PaneFactory {

    private final InspectableCache cache;
    private final WindowModel window;
    private final Layout layout;
    private final Linting linting;

    /**
     * A maker of panes.
     *
     * @param window  where answers of the cache and copies of documents open
     * @param linting what judges documents
     */
    PaneFactory(InspectableCache cache, WindowModel window, Linting linting) {
        this.cache = cache;
        this.window = window;
        this.layout = window.layout();
        this.linting = linting;
    }

    TabPanes panesOf(TabModel tab) {
        var timeline = new TimelineModel(tab.resolution(), tab.selection());
        var timelineView = new TimelineView(timeline, layout.breaksShownProperty());
        var auction = new AuctionModel(tab.resolution(), tab.selection());
        var auctionView = new AuctionView(auction, layout.bidsShownProperty());
        var workshop = new TabWorkshop(tab, window, linting, UiThread.javaFx());
        var source = new SourceModel(tab.resolution(), tab.selection(), tab.lint(), workshop);
        var editor = new EditorModel(workshop.draft(), linting);
        var sourceView = new SourceView(source, editor);
        var exchange = new ExchangeModel(tab.resolution(), tab.selection());
        var exchangeView = new ExchangeView(exchange);
        var findings = new FindingsModel(tab.resolution(), tab.lint(), tab.selection(), source::fix);
        var findingsView = new FindingsView(findings);
        var preview = new PreviewModel(tab.resolution(), tab.selection(), tab.beacons());
        var previewView = new PreviewView(preview);
        var tracking = new TrackingLogModel(tab.beacons(), tab.resolution(), tab.selection());
        var trackingView = new TrackingLogView(tracking);
        var kept = new CacheModel(() -> Optional.of(cache), window::open);
        var keptView = new CacheView(kept);
        var history = new HistoryModel(tab.history(), tab.resolution(), tab::recall, ZoneId.systemDefault());
        var historyView = new HistoryView(history);
        return new TabPanes(
                List.of(timelineView.root(), auctionView.root()),
                List.of(pane("source", sourceView.root()), pane("headers", exchangeView.headers()),
                        pane("timing", exchangeView.timing()),
                        new Pane("findings", counted(findings), findingsView.root()),
                        pane("preview", previewView.root())),
                List.of(pane("tracking", trackingView.root()), pane("cache", keptView.root()),
                        pane("history", historyView.root())),
                List.of(timelineView::dispose, timeline::dispose, auctionView::dispose, auction::dispose,
                        sourceView::dispose, editor::dispose, source::dispose, exchangeView::dispose, exchange::dispose,
                        findingsView::dispose, findings::dispose, previewView::dispose, preview::dispose,
                        trackingView::dispose, tracking::dispose, keptView::dispose, kept::dispose,
                        historyView::dispose, history::dispose));
    }

    private static Pane pane(String id, Node root) {
        return new Pane(id, new SimpleStringProperty(text("pane." + id)), root);
    }

    private static ObservableValue<String> counted(FindingsModel findings) {
        return findings.countProperty().map(n -> n.intValue() == 0 ? text("pane.findings")
                : text("pane.findings.count", n.intValue()));
    }
}
