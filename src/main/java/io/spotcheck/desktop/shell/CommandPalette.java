package io.spotcheck.desktop.shell;

import static io.spotcheck.desktop.wording.Messages.text;

import io.spotcheck.workspace.ProfileFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A field over the window that finds commands, profiles and tabs by what is typed. */
final class CommandPalette {

    private static final double ROW = 24;
    private static final int MOST_ROWS = 12;

    private final WindowModel window;
    private final Commands commands;
    private final Runnable whenChosen;
    private final StackPane root = new StackPane();
    private final TextField query = new TextField();
    private final ListView<Choice> list = new ListView<>();
    private Runnable giveFocusBack = () -> { };

    /** Something that can be chosen. */
    private record Choice(String title, String hint, String alias, Runnable action) {
    }

    /** A palette; what is chosen is followed by an action of the window's. */
    CommandPalette(WindowModel window, Commands commands, Runnable whenChosen) {
        this.whenChosen = whenChosen;
        this.window = window;
        this.commands = commands;
        query.setId("palette");
        query.setAccessibleText(text("palette.prompt"));
        query.setPromptText(text("palette.prompt"));
        query.textProperty().subscribe(_ -> search());
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.getStyleClass().add("dense");
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label(text("palette.nothing")));
        list.setCellFactory(_ -> new ChoiceCell());
        list.setOnMouseClicked(_ -> choose());
        var box = new VBox(query, list);
        box.getStyleClass().add("palette");
        box.setMaxSize(560, Region.USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        root.getStyleClass().add("palette-veil");
        root.getChildren().add(box);
        root.setVisible(false);
        root.setOnMousePressed(click -> {
            if (click.getTarget() == root) {
                hide();
            }
        });
    }

    Node root() {
        return root;
    }

    void show() {
        Node before = root.getScene().getFocusOwner();
        giveFocusBack = before == null || before == query ? () -> { } : before::requestFocus;
        query.clear();
        search();
        root.setVisible(true);
        query.requestFocus();
    }

    /** Goes away, if it is there, and gives the focus back. */
    void hide() {
        if (!root.isVisible()) {
            return;
        }
        root.setVisible(false);
        giveFocusBack.run();
    }

    private void key(KeyEvent key) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (key.getCode()) {
            case ESCAPE -> hide();
            case ENTER -> choose();
            case DOWN -> select(at + 1);
            case UP -> select(at - 1);
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void select(int row) {
        int last = list.getItems().size() - 1;
        list.getSelectionModel().select(Math.clamp(row, 0, Math.max(0, last)));
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - MOST_ROWS / 2));
    }

    private void choose() {
        Choice chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            hide();
            chosen.action().run();
            whenChosen.run();
        }
    }

    private void search() {
        List<String> words = List.of(query.getText().toLowerCase(Locale.ROOT).strip().split("\\s+"));
        list.getItems().setAll(choices().stream().filter(c -> {
            String whole = (c.title() + " " + c.hint() + " " + c.alias()).toLowerCase(Locale.ROOT);
            return words.stream().allMatch(whole::contains);
        }).toList());
        list.setPrefHeight(Math.clamp(list.getItems().size(), 2, MOST_ROWS) * ROW + 2);
        list.getSelectionModel().selectFirst();
    }

    private List<Choice> choices() {
        var all = new ArrayList<Choice>();
        for (Command command : commands.all()) {
            if (!command.id().equals("palette")) {
                all.add(new Choice(command.title(), command.keysInWords(), "", command.action()));
            }
        }
        for (TabModel tab : window.tabs()) {
            if (tab != window.current()) {
                all.add(new Choice(tab.titleProperty().get(), text("palette.tab"), "",
                        () -> window.currentProperty().set(tab)));
            }
        }
        for (ProfileFile file : window.profiles().profiles()) {
            if (file.profile().isPresent()) {
                all.add(new Choice(file.name(), file.group().isEmpty() ? text("palette.profile")
                        : text("palette.profile") + " · " + file.group(),
                        file.file().getFileName().toString(), () -> window.open(file)));
            }
        }
        return all;
    }

    private static final class ChoiceCell extends ListCell<Choice> {

        private final Label title = new Label();
        private final Label hint = new Label();
        private final HBox line = new HBox(title, hint);

        private ChoiceCell() {
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            hint.getStyleClass().addAll("muted", "small");
            hint.setMinWidth(Region.USE_PREF_SIZE);
            line.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
                return;
            }
            title.setText(choice.title());
            hint.setText(choice.hint());
            setGraphic(line);
        }
    }
}
