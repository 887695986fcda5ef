package io.spotcheck.desktop.shell;

import static io.spotcheck.desktop.wording.Messages.text;

import io.spotcheck.desktop.theme.Icon;
import io.spotcheck.workspace.Workspace;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.controlsfx.control.SegmentedButton;

/** The row at the top: name, workspace, environment, search, the switch between recording and firing, the theme. */
final class TitleRow {

    private final HBox root = new HBox();
    private final MenuButton environment = new MenuButton();
    private final Subscription listening;

    TitleRow(WindowModel window, EnvironmentModel environments, Commands commands, Runnable search) {
        root.getStyleClass().add("title-row");
        var sidebar = new ToggleButton(null, Icon.SIDEBAR.node());
        sidebar.getStyleClass().addAll("quiet", "icon-only");
        sidebar.setTooltip(new Tooltip(commands.tip("profiles.toggle")));
        sidebar.setAccessibleText(text("command.profiles.toggle"));
        sidebar.selectedProperty().bindBidirectional(window.layout().profilesShownProperty());

        var name = new Label("Spotcheck");
        name.getStyleClass().addAll("strong", "wordmark");
        name.setMinWidth(Region.USE_PREF_SIZE);

        var workspace = new MenuButton();
        workspace.setId("workspace");
        workspace.getStyleClass().add("quiet");
        workspace.setMinWidth(Region.USE_PREF_SIZE);
        var openFolder = new MenuItem(text("command.workspace.open"));
        openFolder.setOnAction(_ -> commands.run("workspace.open"));
        openFolder.setAccelerator(commands.keys("workspace.open").orElse(null));
        var reload = new MenuItem(text("command.workspace.reload"));
        reload.setOnAction(_ -> commands.run("workspace.reload"));
        workspace.getItems().addAll(openFolder, reload);
        workspace.accessibleTextProperty().bind(workspace.textProperty().map(w -> text("title.workspace", w)));
        workspace.setTooltip(new Tooltip(text("title.workspace.tip")));
        reload.setAccelerator(commands.keys("workspace.reload").orElse(null));
        workspace.textProperty().bind(window.profiles().workspaceProperty()
                .map(w -> w.map(Workspace::name).orElse(text("title.workspace.none"))));

        environment.setId("environment");
        environment.getStyleClass().add("quiet");
        environment.setMinWidth(Region.USE_PREF_SIZE);
        environment.accessibleTextProperty().bind(environment.textProperty().map(e -> text("title.environment", e)));
        environment.setTooltip(new Tooltip(text("title.environment.tip")));

        var left = new Region();
        HBox.setHgrow(left, Priority.ALWAYS);
        var searchButton = new Button(text("title.search"), Icon.SEARCH.node());
        searchButton.setId("search");
        searchButton.getStyleClass().addAll("search-button");
        searchButton.setTooltip(new Tooltip(commands.tip("palette")));
        searchButton.setOnAction(_ -> search.run());
        var right = new Region();
        HBox.setHgrow(right, Priority.ALWAYS);

        var theme = new Button(null, Icon.THEME.node());
        theme.setId("theme");
        theme.getStyleClass().addAll("quiet", "icon-only");
        theme.setTooltip(new Tooltip(commands.tip("theme.toggle")));
        theme.setAccessibleText(text("command.theme.toggle"));
        theme.setOnAction(_ -> commands.run("theme.toggle"));

        root.getChildren().addAll(sidebar, name, workspace, environment, left, searchButton, right,
                beaconSwitch(window.beacons().firingProperty()), theme);
        listening = Subscription.combine(
                environments.namesProperty().subscribe(_ -> showEnvironments(environments)),
                environments.chosenProperty().subscribe(_ -> showEnvironments(environments)),
                environments.sandboxProperty().subscribe(_ -> showEnvironments(environments)));
    }

    Node root() {
        return root;
    }

    void dispose() {
        listening.unsubscribe();
    }

    private void showEnvironments(EnvironmentModel environments) {
        environment.setText(environments.chosenProperty().get().orElse(text("title.environment.none")));
        environment.getItems().clear();
        var none = new MenuItem(text("title.environment.none"));
        none.setOnAction(_ -> environments.choose(Optional.empty()));
        environment.getItems().add(none);
        for (String name : environments.namesProperty().get()) {
            var item = new MenuItem(name);
            item.setOnAction(_ -> environments.choose(Optional.of(name)));
            environment.getItems().add(item);
        }
        var sandbox = new MenuItem(environments.sandboxProperty().get()
                .map(url -> text("title.sandbox.running", url)).orElse(text("title.sandbox.stopped")));
        sandbox.setDisable(environments.sandboxProperty().get().isEmpty());
        sandbox.setOnAction(_ -> environments.sandboxProperty().get().ifPresent(TitleRow::copy));
        environment.getItems().addAll(new SeparatorMenuItem(), sandbox);
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Node beaconSwitch(BooleanProperty firing) {
        var record = new ToggleButton(text("title.record"));
        record.setId("record");
        record.setTooltip(new Tooltip(text("title.record.tip")));
        var fire = new ToggleButton(text("title.fire"));
        fire.setId("fire");
        fire.setTooltip(new Tooltip(text("title.fire.tip")));
        var group = new ToggleGroup();
        var both = new SegmentedButton(record, fire);
        both.setToggleGroup(group);
        both.getStyleClass().add("beacon-switch");
        both.setMinWidth(Region.USE_PREF_SIZE);
        firing.subscribe(fires -> {
            group.selectToggle(fires ? fire : record);
            record.setText((fires ? "" : "● ") + text("title.record"));
            fire.setText((fires ? "▲ " : "") + text(fires ? "title.firing" : "title.fire"));
        });
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                firing.set(now == fire);
            }
        });
        return both;
    }
}
