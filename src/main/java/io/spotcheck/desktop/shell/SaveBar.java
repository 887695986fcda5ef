package io.spotcheck.desktop.shell;

import static io.spotcheck.desktop.wording.Messages.text;

import io.spotcheck.workspace.ProfileFile;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/** Asks for the name and the folder of a new profile, in a row below the title. */
final class SaveBar {

    private final WindowModel window;
    private final HBox root = new HBox();
    private final TextField name = new TextField();
    private final ComboBox<String> group = new ComboBox<>();
    private final Subscription listening;

    SaveBar(WindowModel window) {
        this.window = window;
        name.setId("profile-name");
        name.setPrefColumnCount(24);
        name.setPromptText(text("save.name"));
        group.setEditable(true);
        group.setPromptText(text("save.group"));
        var save = new Button(text("save.save"));
        save.getStyleClass().add("accent");
        save.disableProperty().bind(name.textProperty().map(String::isBlank));
        save.setOnAction(_ -> save());
        name.setOnAction(_ -> save());
        var cancel = new Button(text("save.cancel"));
        cancel.getStyleClass().add("quiet");
        cancel.setOnAction(_ -> window.namingProperty().set(false));
        root.getStyleClass().add("save-bar");
        root.getChildren().addAll(new Label(text("save.title")), name, new Label(text("save.in")), group, save, cancel);
        root.managedProperty().bind(root.visibleProperty());
        root.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                window.namingProperty().set(false);
                key.consume();
            }
        });
        listening = window.namingProperty().subscribe(this::ask);
    }

    Node root() {
        return root;
    }

    void dispose() {
        listening.unsubscribe();
    }

    private void ask(boolean asked) {
        root.setVisible(asked);
        if (asked) {
            List<String> groups = window.profiles().profiles().stream().map(ProfileFile::group)
                    .filter(g -> !g.isEmpty()).distinct().toList();
            group.getItems().setAll(groups);
            group.setValue(groups.contains("vast") ? "vast" : "");
            name.setText(window.current().titleProperty().get());
            name.requestFocus();
            name.selectAll();
        }
    }

    private void save() {
        if (!name.getText().isBlank()) {
            String folder = group.getValue() == null ? "" : group.getValue().strip();
            window.saveAs(folder, name.getText().strip());
        }
    }
}
