package io.spotcheck.desktop.control;

import io.spotcheck.desktop.wording.Messages;
import io.spotcheck.desktop.wording.Shortened;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.text.Text;
import javafx.util.Duration;

/** A URL on one line that keeps its host and its end; the whole is one hover or one copy away. */
public final class UrlLabel extends Label {

    private static final Messages TEXTS = Messages.of(UrlLabel.class);
    private static final int FEWEST_CHARACTERS = 12;
    private static final double WIDEST_TOOLTIP = 640;

    private final Tooltip whole = new Tooltip();
    private final Text measure = new Text();
    private String url = "";

    /** A label without a URL. */
    public UrlLabel() {
        getStyleClass().add("mono");
        setMinWidth(0);
        setMaxWidth(Double.MAX_VALUE);
        whole.setShowDelay(Duration.millis(300));
        whole.setWrapText(true);
        whole.setMaxWidth(WIDEST_TOOLTIP);
        var copy = new MenuItem(TEXTS.get("url.copy"));
        copy.setOnAction(_ -> copy(url));
        setContextMenu(new ContextMenu(copy));
        widthProperty().subscribe(this::shorten);
        fontProperty().subscribe(this::shorten);
    }

    /** Shows this URL, or nothing when it is empty. */
    public void show(String text) {
        show(text, text);
    }

    /** Shows this URL, and something longer on hover. */
    public void show(String text, String onHover) {
        url = text;
        whole.setText(onHover);
        setTooltip(text.isEmpty() ? null : whole);
        shorten();
        requestLayout();
    }

    /** Puts a text on the clipboard. */
    public static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + Math.ceil(url.length() * characterWidth()) + snappedRightInset();
    }

    private void shorten() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        int characters = Math.max(FEWEST_CHARACTERS, (int) (room / characterWidth()));
        setText(Shortened.url(url, characters));
    }

    private double characterWidth() {
        // The face is monospaced: ten of any character tell the width of one.
        measure.setFont(getFont());
        measure.setText("0000000000");
        return Math.max(1, measure.getLayoutBounds().getWidth() / 10);
    }
}
