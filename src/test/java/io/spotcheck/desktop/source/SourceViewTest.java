package io.spotcheck.desktop.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spotcheck.desktop.sample.FakeLint;
import io.spotcheck.desktop.sample.FakeResolution;
import io.spotcheck.desktop.sample.FakeWorkshop;
import io.spotcheck.desktop.sample.PaneStage;
import io.spotcheck.desktop.session.Selection;
import io.spotcheck.desktop.theme.Theme;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.resolution.Resolution;
import io.spotcheck.resolution.ResolutionListener;
import io.spotcheck.resolution.ResolutionRecorder;
import io.spotcheck.resolution.Source;
import io.spotcheck.resolution.Source.Syntax;
import java.time.Duration;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class SourceViewTest {

    private final FakeResolution live = new FakeResolution();
    private final Selection selection = new Selection();
    private final FakeWorkshop workshop = new FakeWorkshop();
    private EditorModel editor;
    private PaneStage stage;
    private SourceView view;

    @BeforeEach
    void open() {
        stage = PaneStage.open(640, 480);
        editor = PaneStage.call(() -> new EditorModel(workshop.draft(), workshop.linting()));
        view = stage.show(Theme.LIGHT, () -> new Shown(new SourceView(
                new SourceModel(live, selection, new FakeLint(), workshop), editor))).view;
    }

    @AfterEach
    void close() {
        PaneStage.run(view::dispose);
        stage.close();
    }

    @Test
    void scrollsToTheSelectedLineOfALongDocument() {
        int document = resolve(Syntax.XML, "<Ad/>\n".repeat(20_000));
        PaneStage.run(() -> selection.select(document, new Location(15_000, 1, "")));

        await().untilAsserted(() -> assertThat(PaneStage.call(view::firstVisibleLine)).isBetween(14_950, 15_000));
    }

    @Test
    void aClickSelectsInTheTabWithoutScrolling() {
        int document = resolve(Syntax.XML, "<Ad/>\n".repeat(1_000));
        PaneStage.run(() -> {
            area().moveTo(3, 2);
            area().fireEvent(new KeyEvent(KeyEvent.KEY_RELEASED, "", "",
                    KeyCode.DOWN, false, false, false, false));
        });

        assertThat(selection.focus().orElseThrow().nodeId()).isEqualTo(document);
        assertThat(selection.focus().orElseThrow().location().orElseThrow().line()).isEqualTo(4);
        assertThat(PaneStage.call(view::firstVisibleLine)).isEqualTo(1);
    }

    @Test
    void anOwnDocumentIsEditedCompletedAndMended() {
        PaneStage.run(() -> {
            workshop.draft().set("""
                    <VAST version="3.0"><Ad id="a"><InLine><AdSystem>S</AdSystem><AdTitle>T</AdTitle>
                    <Impression>http://b.example/i</Impression>
                    </InLine></Ad></VAST>
                    """);
            workshop.ownsOne.set(true);
            workshop.editingProperty().set(true);
        });
        CodeArea text = (CodeArea) view.root().lookup("#editor");
        Button fixAll = (Button) view.root().lookup("#fix-all");
        await().until(() -> PaneStage.call(fixAll::isVisible));
        PaneStage.run(fixAll::fire);
        assertThat(workshop.draft().get()).contains("https://b.example/i");
        PaneStage.run(text::undo);
        assertThat(workshop.draft().get()).contains("http://b.example/i");

        PaneStage.run(() -> {
            text.moveTo(2, 0);
            press(text, KeyCode.SPACE, true);
        });
        assertThat(PaneStage.call(() -> view.root().lookup("#proposals").isVisible())).isTrue();
        PaneStage.run(() -> press(text, KeyCode.ENTER, false));
        assertThat(workshop.draft().get()).contains("\n<Creatives></Creatives></InLine>");
        PaneStage.run(() -> press(text, KeyCode.F1, false));
        assertThat(PaneStage.call(() -> ((Labeled) view.root().lookup("#about-name")).getText()))
                .isEqualTo("<Creatives>");
    }

    @Test
    void aCopyOfSomebodyElsesDocumentIsOffered() {
        resolve(Syntax.XML, "<VAST/>");
        PaneStage.run(() -> ((ToggleButton) view.root().lookup("#edit")).fire());

        assertThat(workshop.copied).extracting(d -> d.source().text()).containsExactly("<VAST/>");
        assertThat(PaneStage.call(() -> ((ToggleButton) view.root().lookup("#edit")).isSelected())).isFalse();
    }

    @Test
    void fiveMegabytesInOneLineDoNotHoldUpTheWindow() {
        String text = "{" + "\"identifier\":\"value of some length\",".repeat(140_000) + "\"end\":0}";
        var grown = snapshot(Syntax.JSON, text);
        long from = System.nanoTime();
        PaneStage.run(() -> live.grow(grown));
        // Whatever cutting and highlighting takes, the user interface's thread only hands it over.
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofMillis(700));
        await().until(() -> PaneStage.call(() -> view.shown().isPresent()));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(PaneStage.call(() -> area().getParagraphs().size())).isGreaterThan(5_000);
    }

    @Test
    void searchesInWhatIsShownAndInWhatIsEdited() {
        resolve(Syntax.XML, "<VAST><Ad/>\n<ad/><Ad/></VAST>");
        PaneStage.run(() -> press(area(), KeyCode.F, true));
        TextField find = (TextField) view.root().lookup("#find");
        Labeled count = (Labeled) view.root().lookup("#find-count");
        PaneStage.run(() -> find.setText("<ad"));
        await().until(() -> PaneStage.call(count::getText).equals("1 of 3"));
        PaneStage.run(() -> find.fireEvent(key(KeyCode.ENTER, false)));
        assertThat(PaneStage.call(count::getText)).isEqualTo("2 of 3");
        assertThat(PaneStage.call(() -> area().getCurrentParagraph())).isEqualTo(1);
        PaneStage.run(() -> ((ToggleButton) view.root().lookup("#find-case")).fire());
        await().until(() -> PaneStage.call(count::getText).equals("1 of 1"));

        PaneStage.run(() -> {
            workshop.draft().set("<VAST>\n<ad/><ad/>\n</VAST>");
            workshop.ownsOne.set(true);
            workshop.editingProperty().set(true);
        });
        await().until(() -> PaneStage.call(count::getText).equals("2 found"));
        CodeArea text = (CodeArea) view.root().lookup("#editor");
        PaneStage.run(() -> text.appendText("<ad/>"));
        await().until(() -> PaneStage.call(count::getText).equals("3 found"));
        PaneStage.run(() -> press(text, KeyCode.F3, false));
        assertThat(PaneStage.call(text::getSelectedText)).isEqualTo("<ad");
        PaneStage.run(() -> find.fireEvent(key(KeyCode.ESCAPE, false)));
        assertThat(PaneStage.call(() -> find.getParent().isVisible())).isFalse();
    }

    @Test
    void aLineThatNobodyCanEditIsNotLaidOutButBroken() {
        PaneStage.run(() -> {
            workshop.draft().set("<VAST>" + "<Ad id=\"1\"/>".repeat(40_000) + "</VAST>");
            workshop.ownsOne.set(true);
            workshop.editingProperty().set(true);
        });
        CodeArea text = (CodeArea) view.root().lookup("#editor");
        assertThat(PaneStage.call(text::getLength)).isZero();
        assertThat(workshop.draft().get()).hasSizeGreaterThan(400_000);
        Button breaks = (Button) PaneStage.call(() -> view.root().lookupAll(".button").stream()
                .filter(b -> b instanceof Button button && button.getText().equals("Put in line breaks"))
                .findFirst().orElseThrow());
        PaneStage.run(breaks::fire);
        assertThat(PaneStage.call(() -> text.getParagraphs().size())).isEqualTo(40_002);
    }

    @Test
    void goesToALine() {
        resolve(Syntax.XML, "<Ad/>\n".repeat(500));
        TextField line = (TextField) view.root().lookup("#go-to-line");
        PaneStage.run(() -> {
            press(area(), KeyCode.G, true);
            line.setText("300:3");
            line.fireEvent(key(KeyCode.ENTER, false));
        });

        assertThat(selection.focus().orElseThrow().location().orElseThrow()).isEqualTo(new Location(300, 3, ""));
        await().untilAsserted(() -> assertThat(PaneStage.call(view::firstVisibleLine)).isBetween(250, 300));
    }

    private static KeyEvent key(KeyCode key, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false);
    }

    private static void press(CodeArea text, KeyCode key, boolean control) {
        text.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false));
    }

    private int resolve(Syntax syntax, String text) {
        PaneStage.run(() -> live.grow(snapshot(syntax, text)));
        await().until(() -> PaneStage.call(() -> view.shown().isPresent()));
        WaitForAsyncUtils.waitForFxEvents();
        return 1;
    }

    private static Resolution snapshot(Syntax syntax, String text) {
        var recorder = new ResolutionRecorder("slot", ResolutionListener.none());
        OpenNode document = recorder.root().open(NodeKind.DOCUMENT, "https://x.example/");
        document.source(new Source("https://x.example/", syntax, text));
        return recorder.snapshot();
    }

    private CodeArea area() {
        return (CodeArea) view.root().lookup(".source");
    }

    /** The pane with its view. */
    private static final class Shown extends StackPane {
        private final SourceView view;

        Shown(SourceView view) {
            super((Parent) view.root());
            this.view = view;
        }
    }
}
