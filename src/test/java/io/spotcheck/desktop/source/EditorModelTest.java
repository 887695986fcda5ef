package io.spotcheck.desktop.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spotcheck.desktop.session.Linting;
import io.spotcheck.desktop.session.PlainUiThread;
import io.spotcheck.lint.Fix;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Source.Syntax;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EditorModelTest {

    private static final String BROKEN = """
            <VAST version="3.0"><Ad id="a"><InLine><AdSystem>S</AdSystem><AdTitle>T</AdTitle>
            <Impression>http://b.example/i</Impression><Creatives/></InLine></Ad></VAST>
            """;

    private final PlainUiThread ui = new PlainUiThread();
    private final StringProperty draft = new SimpleStringProperty("");
    private final EditorModel model = new EditorModel(draft, new Linting(ui, Optional::empty));

    @AfterEach
    void end() {
        ui.close();
    }

    @Test
    void judgesTheTextAndOffersToMendIt() {
        judge(BROKEN);
        List<Finding> second = ui.call(model::findings).get(2);

        assertThat(second).extracting(Finding::rule).contains("VAST-URL-NOT-HTTPS");
        Finding insecure = second.stream().filter(f -> f.rule().equals("VAST-URL-NOT-HTTPS")).findFirst().orElseThrow();
        Fix fix = ui.call(() -> model.fixOf(insecure)).orElseThrow();
        var mended = new StringBuilder(BROKEN);
        ui.call(() -> model.editsOf(List.of(fix))).reversed()
                .forEach(edit -> mended.replace(edit.start(), edit.end(), edit.text()));
        assertThat(mended).contains("<Impression>https://b.example/i</Impression>");
    }

    @Test
    void whatWasSaidOfAnEarlierTextMendsNothing() {
        judge(BROKEN);
        assertThat(ui.call(model::fixes)).isNotEmpty();
        ui.call(() -> {
            model.edited("<!-- new -->" + BROKEN);
            return true;
        });
        assertThat(ui.call(model::fixes)).isEmpty();
        assertThat(draft.get()).startsWith("<!-- new -->");
    }

    @Test
    void lineEndsAreLineFeedsAndADraftKeepsItsOwnUntilSomebodyWrites() {
        ui.call(() -> {
            draft.set("<a>\r\n</a>\r");
            return true;
        });
        assertThat(model.textProperty().get()).isEqualTo("<a>\n</a>\n");
        assertThat(draft.get()).isEqualTo("<a>\r\n</a>\r");
    }

    @Test
    void seesWhatItIsWrittenIn() {
        draft.set("  {\"id\": 1}");
        assertThat(model.syntax()).isEqualTo(Syntax.JSON);
        draft.set("<VAST/>");
        assertThat(model.syntax()).isEqualTo(Syntax.XML);
    }

    @Test
    void aLineThatIsTooLongIsBrokenBetweenElementsAndMembers() {
        draft.set("<a>" + "<b c=\"><\"><![CDATA[<d><e>]]></b><f/>".repeat(400) + "</a>");
        assertThat(model.unwieldyProperty().get()).isTrue();
        model.breakLines();
        assertThat(model.unwieldyProperty().get()).isFalse();
        assertThat(draft.get()).startsWith("<a>\n  <b c=\"><\"><![CDATA[<d><e>]]></b>\n  <f/>\n  <b ").endsWith("\n</a>");

        draft.set("{\"a\":[" + "{\"b\":\"x,{y\",\"c\":[]},".repeat(400) + "1]}");
        assertThat(model.unwieldyProperty().get()).isTrue();
        model.breakLines();
        assertThat(draft.get()).startsWith("{\n  \"a\":[\n    {\n      \"b\":\"x,{y\",\n      \"c\":[]\n    },\n    {")
                .endsWith("\n    1\n  ]\n}");

        draft.set("<a>" + "x".repeat(EditorModel.LONGEST_LINE) + "</a>");
        model.breakLines();
        assertThat(model.unwieldyProperty().get()).isTrue();
        assertThat(draft.get()).startsWith("<a>xxx");
    }

    private void judge(String text) {
        ui.call(() -> {
            model.edited(text);
            model.check();
            return true;
        });
        await().until(() -> ui.call(() -> model.judgedProperty().get()).isPresent());
    }
}
