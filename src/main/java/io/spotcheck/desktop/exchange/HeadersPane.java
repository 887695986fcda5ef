package io.spotcheck.desktop.exchange;

import io.spotcheck.desktop.control.Columns;
import io.spotcheck.desktop.control.EmptyState;
import io.spotcheck.desktop.control.StatusMark;
import io.spotcheck.desktop.control.UrlLabel;
import io.spotcheck.desktop.exchange.ExchangeModel.Redirect;
import io.spotcheck.desktop.exchange.ExchangeModel.Shown;
import io.spotcheck.desktop.wording.Mark;
import io.spotcheck.desktop.wording.Messages;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Headers;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** What was asked and what came back: request line, status, sizes, redirects and all header fields. */
final class HeadersPane {

    private static final Messages TEXTS = Messages.of(HeadersPane.class);
    private static final int NAME_WIDTH = 184;

    private final ExchangeModel model;
    private final BorderPane root = new BorderPane();
    private final StatusMark status = new StatusMark();
    private final Label facts = new Label();
    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final EmptyState empty = new EmptyState("");
    private final HBox bar;
    private Optional<Exchange> exchange = Optional.empty();

    HeadersPane(ExchangeModel model) {
        this.model = model;
        facts.getStyleClass().addAll("small", "muted");
        HBox.setHgrow(facts, Priority.ALWAYS);
        facts.setMaxWidth(Double.MAX_VALUE);
        facts.setMinWidth(0);
        Button curl = button("curl", () -> exchange.ifPresent(e -> UrlLabel.copy(CurlCommand.of(e.request()))));
        Button copy = button("copy", () -> exchange.ifPresent(e -> UrlLabel.copy(text(e))));
        bar = new HBox(status, facts, curl, copy);
        bar.getStyleClass().add("pane-bar");
        bar.setSpacing(8);
        bar.managedProperty().bind(bar.visibleProperty());
        grid.getStyleClass().add("header-grid");
        var names = new ColumnConstraints(NAME_WIDTH);
        names.setHalignment(HPos.LEFT);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(0);
        grid.getColumnConstraints().setAll(names, values);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        root.getStyleClass().add("pane");
        root.setTop(bar);
        root.setCenter(new StackPane(scroll, empty));
    }

    Node root() {
        return root;
    }

    void show(Optional<Shown> shown) {
        exchange = shown.map(Shown::exchange);
        scroll.setVisible(shown.isPresent());
        bar.setVisible(shown.isPresent());
        empty.setVisible(shown.isEmpty());
        empty.say(TEXTS.get(model.hasResolution() ? "empty.node" : "empty.idle"));
        grid.getChildren().clear();
        if (shown.isEmpty()) {
            return;
        }
        Exchange now = shown.get().exchange();
        tellOutcome(now);
        int row = redirects(shown.get().redirects());
        row = title(row, TEXTS.get("request"));
        row = line(row, now.request().method(), url(now.request().url()));
        row = fields(row, now.request().headers());
        if (now.request().body().size() > 0) {
            row = line(row, TEXTS.get("body"), value(TEXTS.get("bytes", bytes(now.request().body().size()))));
            String sent = RequestBody.of(now.request());
            row = sent.isEmpty() ? row : block(row, sent);
        }
        if (now.response().isPresent()) {
            row = title(row, TEXTS.get("response"));
            row = fields(row, now.response().get().headers());
        }
        if (now.failure().isPresent()) {
            row = title(row, TEXTS.get("failure"));
            line(row, now.failure().get().kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    value(now.failure().get().message()));
        }
    }

    private void tellOutcome(Exchange now) {
        Optional<Exchange.Response> response = now.response();
        if (now.failure().isPresent()) {
            status.show(Mark.ERROR, TEXTS.get("failed"));
        } else {
            response.ifPresent(r -> status.show(r.isSuccessful() ? Mark.OK
                    : r.status() >= 300 && r.status() < 400 ? Mark.NONE : Mark.ERROR, String.valueOf(r.status())));
        }
        facts.setText(response.map(HeadersPane::facts).orElse(""));
        facts.setTooltip(response.isPresent() ? Columns.tooltip(facts.getText()) : null);
    }

    private static String facts(Exchange.Response response) {
        String coding = response.headers().first("content-encoding").map(c -> " · " + c).orElse("");
        return response.version() + " · " + TEXTS.get("sizes", bytes(response.wireBytes()),
                bytes(response.body().size())) + coding;
    }

    private int redirects(List<Redirect> redirects) {
        if (redirects.isEmpty()) {
            return 0;
        }
        int row = title(0, TEXTS.get("redirects"));
        for (Redirect redirect : redirects) {
            var link = new Hyperlink(redirect.url());
            link.getStyleClass().add("mono");
            link.setMinWidth(0);
            link.setTooltip(Columns.tooltip(redirect.url()));
            link.setOnAction(_ -> model.select(redirect));
            row = line(row, redirect.status().map(String::valueOf).orElse("–"), link);
        }
        return row;
    }

    private int title(int row, String text) {
        var title = new Label(text);
        title.getStyleClass().addAll("pane-title", "header-section");
        grid.add(title, 0, row, 2, 1);
        return row + 1;
    }

    private int block(int row, String text) {
        Node block = value(text);
        block.getStyleClass().setAll("label", "mono-small", "message-body");
        ((Label) block).setMaxWidth(Double.MAX_VALUE);
        grid.add(block, 0, row, 2, 1);
        return row + 1;
    }

    private int fields(int row, Headers headers) {
        int next = row;
        for (Headers.Header header : headers.entries()) {
            next = line(next, header.name(), value(header.value()));
        }
        return next;
    }

    private int line(int row, String name, Node value) {
        var label = new Label(name);
        label.getStyleClass().addAll("muted", "header-name");
        label.setTooltip(Columns.tooltip(name));
        grid.add(label, 0, row);
        grid.add(value, 1, row);
        GridPane.setValignment(label, VPos.TOP);
        return row + 1;
    }

    private static Node value(String text) {
        var value = new Label(text);
        value.getStyleClass().add("mono");
        value.setWrapText(true);
        var copy = new MenuItem(TEXTS.get("value.copy"));
        copy.setOnAction(_ -> UrlLabel.copy(text));
        value.setContextMenu(new ContextMenu(copy));
        return value;
    }

    private static Node url(String text) {
        var url = new UrlLabel();
        url.show(text);
        return url;
    }

    private static Button button(String key, Runnable action) {
        var button = new Button(TEXTS.get(key));
        button.getStyleClass().addAll("quiet", "small");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setTooltip(Columns.tooltip(TEXTS.get(key + ".hint")));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static String text(Exchange exchange) {
        var text = new StringBuilder(exchange.request().method() + " " + exchange.request().url() + "\n");
        exchange.request().headers().entries().forEach(h -> text.append(h.name()).append(": ").append(h.value())
                .append('\n'));
        exchange.response().ifPresent(response -> {
            text.append('\n').append(response.version()).append(' ').append(response.status()).append('\n');
            response.headers().entries().forEach(h -> text.append(h.name()).append(": ").append(h.value())
                    .append('\n'));
        });
        return text.toString();
    }

    private static String bytes(long count) {
        return NumberFormat.getIntegerInstance(Locale.ROOT).format(count);
    }
}
