package io.spotcheck.desktop.control;

import java.util.Comparator;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The columns of the panes' tables: words to the left, figures to the right, URLs shortened, marks with words. */
public final class Columns {

    private static final double WIDEST_TOOLTIP = 560;

    private Columns() {
    }

    /** A column of words; what does not fit is one hover away. */
    public static <S> TableColumn<S, S> words(String title, double width, Function<S, String> text) {
        return column(title, width, Comparator.comparing(text), () -> new Cell<>(text, false));
    }

    /** A column of identifiers in the monospaced face. */
    public static <S> TableColumn<S, S> code(String title, double width, Function<S, String> text) {
        return column(title, width, Comparator.comparing(text), () -> new Cell<>(text, true));
    }

    /** A column of figures, never narrower than this; the unit is in its title. */
    public static <S, N extends Comparable<N>> TableColumn<S, S> figures(String title, double width,
            Function<S, N> value, Function<S, String> text) {
        TableColumn<S, S> column = column(title, width, Comparator.comparing(value), () -> {
            var cell = new Cell<S>(text, true);
            cell.getStyleClass().add("number");
            return cell;
        });
        column.setMinWidth(width);
        column.getStyleClass().add("number");
        return column;
    }

    /** A column of marks with words, never narrower than this. */
    public static <S, K extends Comparable<K>> TableColumn<S, S> marks(String title, double width,
            Function<S, K> order, BiConsumer<S, StatusMark> show) {
        TableColumn<S, S> column = column(title, width, Comparator.comparing(order),
                () -> new NodeCell<>(new StatusMark(), show, StatusMark::hide));
        column.setMinWidth(width);
        return column;
    }

    /** A column of URLs. */
    public static <S> TableColumn<S, S> urls(String title, double width, Function<S, String> order,
            BiConsumer<S, UrlLabel> show) {
        return column(title, width, Comparator.comparing(order),
                () -> new NodeCell<>(new UrlLabel(), show, url -> url.show("")));
    }

    /** A tooltip that comes quickly and is not wider than a sentence. */
    public static Tooltip tooltip(String text) {
        var tooltip = new Tooltip(text);
        tooltip.setShowDelay(Duration.millis(300));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDEST_TOOLTIP);
        return tooltip;
    }

    private static <S> TableColumn<S, S> column(String title, double width, Comparator<S> order,
            Supplier<TableCell<S, S>> cell) {
        var column = new TableColumn<S, S>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> cell.get());
        column.setComparator(order);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 48));
        return column;
    }

    private static final class Cell<S> extends TableCell<S, S> {

        private final Function<S, String> text;
        private final Tooltip whole = tooltip("");

        Cell(Function<S, String> text, boolean monospaced) {
            this.text = text;
            if (monospaced) {
                getStyleClass().add("mono");
            }
        }

        @Override
        protected void updateItem(@Nullable S item, boolean empty) {
            super.updateItem(item, empty);
            String shown = empty || item == null ? "" : text.apply(item);
            setText(shown);
            whole.setText(shown);
            setTooltip(shown.isEmpty() ? null : whole);
        }
    }

    private static final class NodeCell<S, N extends Node> extends TableCell<S, S> {

        private final N node;
        private final BiConsumer<S, N> show;
        private final Consumer<N> hide;

        NodeCell(N node, BiConsumer<S, N> show, Consumer<N> hide) {
            this.node = node;
            this.show = show;
            this.hide = hide;
            setGraphic(node);
        }

        @Override
        protected void updateItem(@Nullable S item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                hide.accept(node);
            } else {
                show.accept(item, node);
            }
        }
    }
}
