package io.spotcheck.desktop.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.desktop.source.SourceText.Place;
import io.spotcheck.desktop.source.SourceText.Position;
import io.spotcheck.resolution.Source;
import io.spotcheck.resolution.Source.Syntax;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceTextTest {

    @Test
    void everyKindOfLineEndEndsALine() {
        SourceText text = text("a\nbb\r\nccc\rdddd\n");

        assertThat(IntStream.range(0, text.paragraphs()).mapToObj(text::paragraph))
                .containsExactly("a", "bb", "ccc", "dddd", "");
        assertThat(text.lines()).isEqualTo(5);
        assertThat(text.place(3, 2)).isEqualTo(new Place(2, 1));
        assertThat(text.position(new Place(3, 4))).isEqualTo(new Position(4, 5));
    }

    @Test
    void aLongUrlStaysInOnePiece() {
        assertThat(text("https://x.example/?" + "y".repeat(1_500)).paragraphs()).isEqualTo(1);
    }

    @Test
    void aVeryLongLineBecomesSeveralParagraphsOfOneLine() {
        SourceText text = text("x\n" + "y".repeat(2_500) + "\nz");

        assertThat(text.paragraphs()).isEqualTo(15);
        assertThat(text.line(1)).isEqualTo(2);
        assertThat(text.line(13)).isEqualTo(2);
        assertThat(text.continues(1)).isFalse();
        assertThat(text.continues(2)).isTrue();
        assertThat(text.line(14)).isEqualTo(3);
        Place place = text.place(2, 2_301);
        assertThat(place).isEqualTo(new Place(12, 100));
        assertThat(text.position(place)).isEqualTo(new Position(2, 2_301));
    }

    @Test
    void aSurrogatePairStaysTogether() {
        SourceText text = text("a".repeat(SourceText.PIECE - 1) + "😀" + "b".repeat(SourceText.LONGEST_LINE));

        assertThat(text.paragraph(0)).hasSize(SourceText.PIECE - 1);
        assertThat(text.paragraph(1)).startsWith("😀b");
    }

    @Test
    void aPlaceOutsideIsTheNearestThereIs() {
        SourceText text = text("one\ntwo");

        assertThat(text.place(99, 99)).isEqualTo(new Place(1, 3));
    }

    @Test
    void knowsTheOffsetOfAPlaceAcrossCuts() {
        SourceText cut = text("a\n" + "y".repeat(2_500));
        assertThat(cut.offset(cut.at(1_234))).isEqualTo(1_234);
        assertThat(cut.offset(new Place(0, 0))).isZero();
        assertThat(cut.offset(new Place(99, 5_000))).isEqualTo(2_502);
    }

    @Test
    void theStylesOfAMegabyteInOneLineCoverItExactly() {
        var json = "{" + "\"key\":\"value\",".repeat(80_000) + "\"end\":0}";
        StyledSource styled = StyledSource.of(SourceText.of(new Source("x", Syntax.JSON, json)));

        assertThat(styled.document().getParagraphs()).hasSize(styled.text().paragraphs());
        assertThat(styled.document().length()).isEqualTo(json.length() + styled.text().paragraphs() - 1);
        assertThat(styled.document().getParagraphs().get(0).getText()).hasSize(SourceText.PIECE);
    }

    private static SourceText text(String text) {
        return SourceText.of(new Source("x", Syntax.TEXT, text));
    }
}
