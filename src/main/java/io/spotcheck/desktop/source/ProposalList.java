package io.spotcheck.desktop.source;

import io.spotcheck.desktop.source.assist.Proposal;
import io.spotcheck.desktop.wording.Messages;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What can be written at the caret, as a list that lies below it. */
final class ProposalList {

    private static final Messages TEXTS = Messages.of(ProposalList.class);
    private static final Set<KeyCode> KEYS = Set.of(KeyCode.UP, KeyCode.DOWN, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN,
            KeyCode.ENTER, KeyCode.TAB, KeyCode.ESCAPE);
    private static final double ROW = 24;
    private static final int MOST_ROWS = 8;
    private static final int FEWEST_ROWS = 3;
    /** Two lines of what the chosen one is. */
    private static final double DETAIL = 40;
    private static final double AROUND = 20;
    private static final double WIDTH = 440;

    private final ListView<Proposal> list = new ListView<>();
    private final Label detail = new Label();
    private final VBox root = new VBox(list, detail);
    private final OverText place = new OverText(root);
    private final Consumer<Proposal> onChoice;

    ProposalList(Consumer<Proposal> onChoice) {
        this.onChoice = onChoice;
        root.setId("proposals");
        root.getStyleClass().addAll("assist-card", "proposals");
        list.getStyleClass().add("dense");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new Cell());
        list.setOnMouseClicked(_ -> choose());
        list.setPlaceholder(new Label(TEXTS.get("proposals.none")));
        detail.getStyleClass().addAll("small", "muted", "proposal-detail");
        detail.setWrapText(true);
        detail.setMinHeight(DETAIL);
        detail.setMaxHeight(DETAIL);
        list.getSelectionModel().selectedItemProperty().subscribe(chosen ->
                detail.setText(chosen == null ? "" : chosen.detail()));
    }

    VBox root() {
        return root;
    }

    boolean isOpen() {
        return root.isVisible();
    }

    void show(List<Proposal> proposals, Optional<Bounds> caret) {
        list.getItems().setAll(proposals);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        int fitting = Math.clamp((long) ((place.room(caret) - DETAIL - AROUND) / ROW), FEWEST_ROWS, MOST_ROWS);
        list.setPrefHeight(ROW * Math.clamp(proposals.size(), 1, fitting) + 2);
        list.setMinHeight(list.getPrefHeight());
        place.show(caret, WIDTH);
    }

    void hide() {
        place.hide();
    }

    /** Whether a key is for the list while it is open. */
    boolean handles(KeyCode key) {
        return KEYS.contains(key);
    }

    void press(KeyCode key) {
        int selected = list.getSelectionModel().getSelectedIndex();
        switch (key) {
            case UP -> go(selected - 1);
            case DOWN -> go(selected + 1);
            case PAGE_UP -> go(selected - MOST_ROWS);
            case PAGE_DOWN -> go(selected + MOST_ROWS);
            case ENTER, TAB -> choose();
            default -> hide();
        }
    }

    private void go(int index) {
        if (!list.getItems().isEmpty()) {
            int within = Math.clamp(index, 0, list.getItems().size() - 1);
            list.getSelectionModel().select(within);
            list.scrollTo(Math.max(0, within - MOST_ROWS + 1));
        }
    }

    private void choose() {
        Proposal chosen = list.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            hide();
        } else {
            onChoice.accept(chosen);
        }
    }

    private static final class Cell extends ListCell<Proposal> {

        private final Label label = new Label();
        private final Label detail = new Label();
        private final HBox line = new HBox(8, label, detail);

        Cell() {
            label.getStyleClass().add("mono");
            label.setMinWidth(USE_PREF_SIZE);
            detail.getStyleClass().addAll("small", "muted");
            detail.setMinWidth(0);
            line.getStyleClass().add("proposal-line");
            // As wide as the list and no wider: what does not fit stands below it in full.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Proposal proposal, boolean empty) {
            super.updateItem(proposal, empty);
            if (empty || proposal == null) {
                setGraphic(null);
                return;
            }
            label.setText(proposal.label());
            detail.setText(proposal.detail());
            setGraphic(line);
        }
    }
}
