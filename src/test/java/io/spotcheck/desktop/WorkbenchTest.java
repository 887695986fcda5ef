package io.spotcheck.desktop;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spotcheck.desktop.session.LiveResolution.Phase;
import io.spotcheck.desktop.session.LiveResolution;
import io.spotcheck.desktop.shell.TabModel;
import io.spotcheck.desktop.shell.WindowMemory;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.sandbox.ReceivedBeacon;
import io.spotcheck.workspace.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.NodeQueryUtils;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window against the sandbox, driven as a person drives it. */
class WorkbenchTest {

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 700;

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private Stage stage;
    private Workbench bench;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        bench = fx(() -> new Workbench(new WindowMemory(folder.resolve("window.json")), Installation.find(),
                _ -> Optional.empty()));
        stage = fx(() -> {
            var made = new Stage();
            made.setX(0);
            made.setY(0);
            bench.show(made);
            made.setWidth(WIDTH);
            made.setHeight(HEIGHT);
            return made;
        });
        // The robot finds nothing in a window that was not laid out yet.
        await().atMost(20, SECONDS).until(() -> robot.lookup("#tag").match(NodeQueryUtils.isVisible()).tryQuery().isPresent());
    }

    @AfterEach
    void close() {
        fx(() -> {
            bench.close();
            stage.close();
            return stage;
        });
    }

    @Test
    void aDocumentThatItWasStartedWithIsResolvedInATabOfItsOwn() throws IOException {
        Path document = Files.writeString(folder.resolve("none.xml"), "<VAST version=\"4.2\"/>");
        fx(() -> {
            bench.openDocument(document);
            return document;
        });
        await().atMost(20, SECONDS).until(() -> tab().verdictProperty().get().cause().isPresent());
        assertThat(tab().request().tagProperty().get()).isEqualTo(document.toAbsolutePath().toString());
    }

    @Test
    void resolvesATagAndFiresItsBeacons() {
        String tag = bench.sandbox().baseUrl() + "/tags/wrapper-slow";
        robot.clickOn("#tag").write(tag);
        assertThat(tab().request().tagProperty().get()).isEqualTo(tag);
        List<Set<NodeKind>> trees = watchTheChainGrow();
        AtomicBoolean cancelWasOffered = watchFor("#cancel");
        robot.clickOn("#resolve");

        await().atMost(20, SECONDS).until(() -> rowOf(NodeKind.WRAPPER).isPresent());
        robot.clickOn(rowOf(NodeKind.WRAPPER).orElseThrow());
        await().atMost(10, SECONDS).until(() ->
                fx(() -> selected().map(Node::kind)).equals(Optional.of(NodeKind.WRAPPER)));
        Node wrapper = fx(() -> selected().orElseThrow());

        CodeArea source = robot.lookup(".source").query();
        int line = wrapper.location().orElseThrow().line();
        await().atMost(5, SECONDS).until(() -> fx(() -> source.getParagraph(line - 1).getParagraphStyle()
                .contains("current-line")));
        assertThat(fx(() -> source.getParagraph(line - 1).getText())).containsAnyOf("<Ad", "<Wrapper");

        await().atMost(15, SECONDS).until(() -> fx(() -> tab().resolution().phaseProperty().get()) == Phase.FINISHED);
        // The second hop takes three seconds: the wrapper was there before the answer, and so was the way to call it off.
        assertThat(trees).anySatisfy(kinds -> assertThat(kinds).contains(NodeKind.DOCUMENT, NodeKind.WRAPPER)
                .doesNotContain(NodeKind.AD));
        assertThat(cancelWasOffered).isTrue();
        assertThat(robot.lookup("#verdict-headline").<Labeled>query().getText()).isEqualTo("served 10 s ad");
        assertThat(fx(() -> tab().selection().focus().orElseThrow().nodeId())).isEqualTo(wrapper.id());

        assertThat(columns(source)).as("columns of source in a window of 1000×700").isGreaterThanOrEqualTo(80);

        robot.clickOn("#fire");
        assertThat(bench.window().beacons().fires()).isTrue();
        select("start");
        robot.clickOn("Fire start");
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(bench.sandbox().server().orElseThrow().beacons())
                .extracting(ReceivedBeacon::path).filteredOn(path -> path.endsWith("/start")).hasSizeGreaterThan(1));
        await().atMost(5, SECONDS).until(() -> fx(() -> tab().beacons().log().size()) > 1);
    }

    @Test
    void withoutATagNothingRunsAndTheFieldIsFocused() {
        fx(() -> {
            robot.lookup("#resolve").<Button>query().fire();
            return stage;
        });

        assertThat(fx(() -> tab().resolution().phaseProperty().get())).isEqualTo(Phase.IDLE);
        assertThat(robot.lookup("#tag").<javafx.scene.Node>query().isFocused()).isTrue();
        assertThat(robot.lookup("#tag-problem").<Labeled>query().isVisible()).isTrue();
        fx(() -> {
            tab().request().tagProperty().set("https://ads.example/tag");
            return stage;
        });
        assertThat(robot.lookup("#tag-problem").<Labeled>query().isVisible()).isFalse();

        assertThat(focusedAfter(KeyCode.F6)).as("from the tag to the empty tree").isEqualTo("Paste from the clipboard");
        robot.press(KeyCode.SHIFT);
        assertThat(focusedAfter(KeyCode.F6)).as("and back").isEqualTo("tag");
        robot.release(KeyCode.SHIFT);
    }

    /** The id or the words of what has the focus after a key. */
    private String focusedAfter(KeyCode key) {
        robot.type(key);
        return fx(() -> {
            javafx.scene.Node owner = stage.getScene().getFocusOwner();
            return owner.getId() == null && owner instanceof Labeled labeled ? labeled.getText() : owner.getId();
        });
    }

    @Test
    void aScheduleStandsOnATimelineAndItsAnswersInTheHistory() {
        String sandbox = bench.sandbox().baseUrl();
        for (String tag : List.of("/tags/vmap", "/tags/empty")) {
            fx(() -> {
                tab().request().protocolProperty().set(tag.equals("/tags/vmap") ? "vmap" : "vast");
                tab().request().tagProperty().set(sandbox + tag);
                tab().resolve();
                return stage;
            });
            await().atMost(20, SECONDS).until(() -> fx(() -> tab().resolution().phaseProperty().get()) == Phase.FINISHED);
        }
        assertThat(robot.lookup(".timeline").<javafx.scene.Node>query().isVisible()).isFalse();

        fx(() -> {
            tab().recall(tab().history().entries().getLast());
            return stage;
        });
        assertThat(robot.lookup(".timeline").<javafx.scene.Node>query().isVisible()).isTrue();
        javafx.scene.Node timeline = robot.lookup("#timeline").query();
        fx(() -> {
            timeline.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.END, false, false, false, false));
            return stage;
        });
        TreeTableView<?> tree = robot.lookup("#resolution").query();
        Node selected = (Node) fx(() -> tree.getSelectionModel().getSelectedItem().getValue());
        assertThat(selected.kind()).isEqualTo(NodeKind.BREAK);
        CodeArea source = robot.lookup(".source").query();
        int line = selected.location().orElseThrow().line();
        await().atMost(10, SECONDS).until(() -> fx(() -> source.getParagraphs().size() >= line
                && source.getParagraph(line - 1).getParagraphStyle().contains("current-line")));
        assertThat(fx(() -> source.getParagraph(line - 1).getText())).contains("AdBreak");
    }

    /** The kinds of nodes that each tree had before the answer was there, filled as they come. */
    private List<Set<NodeKind>> watchTheChainGrow() {
        var trees = new CopyOnWriteArrayList<Set<NodeKind>>();
        LiveResolution live = tab().resolution();
        fx(() -> live.resolutionProperty().subscribe(tree -> {
            if (live.phaseProperty().get() == Phase.RUNNING) {
                trees.add(tree.nodes().map(Node::kind).collect(Collectors.toSet()));
            }
        }));
        return trees;
    }

    private AtomicBoolean watchFor(String query) {
        var shown = new AtomicBoolean();
        fx(() -> robot.lookup(query).query().visibleProperty().subscribe(visible -> {
            if (visible) {
                shown.set(true);
            }
        }));
        return shown;
    }

    /** How many characters of a line can be seen beside the line's number. */
    private int columns(CodeArea source) {
        return fx(() -> {
            Text line = source.lookupAll(".text").stream().filter(Text.class::isInstance).map(Text.class::cast)
                    .filter(t -> t.getText().length() > 3).findFirst().orElseThrow();
            var measured = new Text("0".repeat(80));
            measured.setFont(line.getFont());
            double character = measured.getLayoutBounds().getWidth() / 80;
            double gutter = source.lookup(".source-gutter").getBoundsInParent().getMaxX();
            return (int) ((source.getWidth() - gutter) / character);
        });
    }

    private Optional<Node> selected() {
        return tab().selection().focus().flatMap(f -> tab().resolution().resolutionProperty().get().node(f.nodeId()));
    }

    private TabModel tab() {
        return bench.window().current();
    }

    private Optional<javafx.scene.Node> rowOf(NodeKind kind) {
        return fx(() -> stage.getScene().getRoot().lookupAll("#resolution .tree-table-row-cell").stream()
                .filter(row -> row.isVisible() && row instanceof TreeTableRow<?> cell
                        && cell.getItem() instanceof Node node && node.kind() == kind)
                .map(javafx.scene.Node.class::cast).findFirst());
    }

    /** Selects an event among those that the ad declares, wherever the list is scrolled to. */
    private void select(String event) {
        fx(() -> {
            TreeTableView<?> declared = robot.lookup(".tree-table-view").queryAllAs(TreeTableView.class).stream()
                    .filter(t -> !"resolution".equals(t.getId())).findFirst().orElseThrow();
            for (int row = 0; row < declared.getExpandedItemCount(); row++) {
                TreeItem<?> item = declared.getTreeItem(row);
                if (item.getValue().toString().contains("[event=" + event + ",")) {
                    declared.getSelectionModel().select(row);
                    return row;
                }
            }
            throw new AssertionError(event + " is not declared");
        });
    }

    private static <T> T fx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, work);
    }
}
