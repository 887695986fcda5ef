package io.spotcheck.desktop.exchange;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.util.Subscription;

/** The two panes of an exchange: headers, and timing. */
public final class ExchangeView {

    private final HeadersPane headers;
    private final TimingPane timing;
    private final Subscription subscription;

    /** A view of this model. */
    public ExchangeView(ExchangeModel model) {
        headers = new HeadersPane(model);
        timing = new TimingPane(model);
        String css = Objects.requireNonNull(ExchangeView.class.getResource("exchange.css")).toExternalForm();
        ((Parent) headers.root()).getStylesheets().add(css);
        ((Parent) timing.root()).getStylesheets().add(css);
        subscription = model.shownProperty().subscribe(shown -> {
            headers.show(shown);
            timing.show(shown);
        });
    }

    /** The pane of what was asked and what came back. */
    public Node headers() {
        return headers.root();
    }

    /** The pane of what the time was spent on. */
    public Node timing() {
        return timing.root();
    }

    /** Stops to follow the model. */
    public void dispose() {
        subscription.unsubscribe();
    }
}
