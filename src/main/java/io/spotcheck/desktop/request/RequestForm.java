package io.spotcheck.desktop.request;

import static io.spotcheck.desktop.wording.Messages.text;

import io.spotcheck.ad.DeviceType;
import io.spotcheck.desktop.theme.Icon;
import io.spotcheck.orchestrator.OrchestratorConfig.UpstreamType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;

/** The form with every field of a request. What is wrong with a field stands below it. */
public final class RequestForm {

    private static final double LABELS = 88;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final RequestModel model;
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private final VBox extensions = new VBox();
    private final ListChangeListener<Extension> extensionsChange = _ -> showExtensions();
    private final List<Subscription> listening = new ArrayList<>();

    /** A form over a request. */
    public RequestForm(RequestModel model) {
        this.model = model;
        content.getStyleClass().add("request-form");
        scroll.getStyleClass().addAll("pane", "request-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        content.getChildren().add(upstream());
        for (RequestField.Section section : RequestField.Section.values()) {
            content.getChildren().add(section(section));
        }
        content.getChildren().add(extensions());
        content.getChildren().add(options());
    }

    /** The form. */
    public Node root() {
        return scroll;
    }

    /** Listens no more. */
    public void dispose() {
        listening.forEach(Subscription::unsubscribe);
        model.extensions().removeListener(extensionsChange);
    }

    private Node upstream() {
        var wire = new ChoiceBox<UpstreamType>();
        wire.getItems().setAll(UpstreamType.values());
        wire.setConverter(new Words<>() {
            @Override
            public String toString(UpstreamType type) {
                return type == null ? "" : text("request.wire." + type);
            }
        });
        wire.setMaxWidth(Double.MAX_VALUE);
        wire.valueProperty().bindBidirectional(model.wireProperty());
        wire.setTooltip(new Tooltip(text("request.wire.tip")));
        var document = new TextArea();
        document.setId("document");
        document.getStyleClass().add("mono-small");
        document.setAccessibleText(text("request.document"));
        document.setPromptText(text("request.document.prompt"));
        document.setPrefRowCount(6);
        document.textProperty().bindBidirectional(model.documentProperty());
        document.visibleProperty().bind(model.wireProperty().isEqualTo(UpstreamType.MEMORY));
        document.managedProperty().bind(document.visibleProperty());
        GridPane grid = grid();
        grid.addRow(0, label(text("request.wire"), wire), wire);
        return new VBox(8, title(text("request.section.UPSTREAM")), grid, document);
    }

    private Node section(RequestField.Section section) {
        GridPane grid = grid();
        int row = 0;
        for (RequestField field : section.fields()) {
            Control control = control(field);
            var problem = new Label();
            problem.getStyleClass().add("field-problem");
            problem.setVisible(false);
            problem.setManaged(false);
            listening.add(model.problemsProperty().subscribe(p -> showProblem(field, control, problem, p)));
            grid.add(label(field.label(), control), 0, row);
            grid.add(control, 1, row++);
            grid.add(problem, 1, row++);
        }
        return new VBox(8, title(section.title()), grid);
    }

    private static void showProblem(RequestField field, Control control, Label problem,
                                    Map<RequestField, String> problems) {
        Optional<String> sentence = Optional.ofNullable(problems.get(field));
        control.pseudoClassStateChanged(WRONG, sentence.isPresent());
        control.setAccessibleHelp(sentence.orElse(""));
        problem.setText(sentence.orElse(""));
        problem.setVisible(sentence.isPresent());
        problem.setManaged(sentence.isPresent());
    }

    private Control control(RequestField field) {
        if (field.form() == RequestField.Form.CHOICE) {
            var choice = new ChoiceBox<String>();
            choice.getItems().add("");
            for (DeviceType type : DeviceType.values()) {
                choice.getItems().add(type.wireName());
            }
            choice.setConverter(new Words<>() {
                @Override
                public String toString(String name) {
                    return name == null || name.isEmpty() ? field.example() : name;
                }
            });
            choice.setId(field.name());
            choice.setMaxWidth(Double.MAX_VALUE);
            choice.valueProperty().bindBidirectional(model.field(field));
            return choice;
        }
        var typed = new TextField();
        typed.setId(field.name());
        typed.setPromptText(field.example());
        typed.textProperty().bindBidirectional(model.field(field));
        switch (field.form()) {
            case WHOLE_NUMBER, DECIMAL -> typed.getStyleClass().add("tabular");
            case SECONDS -> {
                typed.getStyleClass().add("tabular");
                typed.setTooltip(new Tooltip(text("request.seconds.tip")));
            }
            default -> {
                if (field == RequestField.CONTENT_URL) {
                    typed.getStyleClass().add("mono");
                }
            }
        }
        return typed;
    }

    private Node extensions() {
        extensions.setSpacing(8);
        var add = new Button(text("request.extension.add"), Icon.PLUS.node());
        add.getStyleClass().add("quiet");
        add.setTooltip(new Tooltip(text("request.extension.add.tip")));
        add.setOnAction(_ -> model.extensions().add(new Extension("", "")));
        model.extensions().addListener(extensionsChange);
        showExtensions();
        return new VBox(8, title(text("request.section.EXTENSIONS")), extensions, add);
    }

    private Node options() {
        var typed = new TextArea();
        typed.setId("options");
        typed.getStyleClass().add("mono-small");
        typed.setPromptText(text("request.options.prompt"));
        typed.setPrefRowCount(8);
        typed.textProperty().bindBidirectional(model.optionsProperty());
        var problem = new Label();
        problem.getStyleClass().add("field-problem");
        problem.managedProperty().bind(problem.visibleProperty());
        listening.add(model.optionsProblemProperty().subscribe(wrong -> {
            typed.pseudoClassStateChanged(WRONG, wrong.isPresent());
            typed.setAccessibleHelp(wrong.orElse(""));
            problem.setText(wrong.orElse(""));
            problem.setVisible(wrong.isPresent());
        }));
        var title = title(text("request.section.OPTIONS"));
        title.setLabelFor(typed);
        return new VBox(8, title, typed, problem);
    }

    private void showExtensions() {
        if (extensions.getChildren().size() == model.extensions().size()) {
            boolean same = true;
            for (int i = 0; i < model.extensions().size(); i++) {
                same &= extensions.getChildren().get(i).getUserData() == model.extensions().get(i);
            }
            if (same) {
                return;
            }
        }
        extensions.getChildren().setAll(model.extensions().stream().map(this::extension).toList());
    }

    private Node extension(Extension row) {
        var name = new TextField();
        name.setAccessibleText(text("request.extension.name"));
        name.setPromptText(text("request.extension.name"));
        name.textProperty().bindBidirectional(row.nameProperty());
        name.setPrefWidth(LABELS);
        name.setMinWidth(LABELS);
        var value = new TextField();
        value.setAccessibleText(text("request.extension.value"));
        value.setPromptText(text("request.extension.value"));
        value.getStyleClass().add("mono");
        value.textProperty().bindBidirectional(row.valueProperty());
        HBox.setHgrow(value, Priority.ALWAYS);
        var remove = new Button(null, Icon.CLOSE.node());
        remove.getStyleClass().addAll("quiet", "icon-only");
        remove.setTooltip(new Tooltip(text("request.extension.remove")));
        remove.setAccessibleText(text("request.extension.remove"));
        remove.setOnAction(_ -> model.extensions().remove(row));
        var line = new HBox(8, name, value, remove);
        line.setUserData(row);
        return line;
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("fields");
        var labels = new ColumnConstraints(LABELS);
        labels.setHalignment(HPos.LEFT);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setFillWidth(true);
        grid.getColumnConstraints().addAll(labels, values);
        return grid;
    }

    private static Label label(String words, Control control) {
        var label = new Label(words);
        label.getStyleClass().add("muted");
        label.setLabelFor(control);
        return label;
    }

    private static Label title(String words) {
        var title = new Label(words);
        title.getStyleClass().add("pane-title");
        return title;
    }

    /** Shows values in words; nothing is typed back. */
    private abstract static class Words<T> extends StringConverter<T> {

        @Override
        public T fromString(String shown) {
            throw new UnsupportedOperationException("a choice is not typed");
        }
    }
}
