package io.spotcheck.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTextTest {

    private static final String PLAIN = "<a>é ü €</a>";

    @Test
    void textIsUtf8WhenNobodySaysOtherwise() {
        assertThat(decode(PLAIN.getBytes(UTF_8))).isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
    void aByteOrderMarkDecidesAndIsTakenOff(String charset) {
        byte[] marked = ("\uFEFF" + PLAIN).getBytes(Charset.forName(charset));

        assertThat(decode(marked)).isEqualTo(PLAIN);
    }

    @Test
    void aByteOrderMarkIsStrongerThanTheDeclarationAndTheTransport() {
        String text = "<?xml version='1.0' encoding='ISO-8859-1'?>" + PLAIN;

        assertThat(XmlText.decode(("\uFEFF" + text).getBytes(UTF_8), Optional.of("windows-1252"))).isEqualTo(text);
    }

    @Test
    void utf16IsRecognisedWithoutAMark() {
        assertThat(decode(PLAIN.getBytes(UTF_16BE))).isEqualTo(PLAIN);
        assertThat(decode(PLAIN.getBytes(UTF_16LE))).isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>",
        "<?xml version='1.0' encoding='latin1'?>", "\n <?xml version='1.0' encoding = 'iso-8859-1' standalone='yes'?>"})
    void theDeclaredEncodingIsUsed(String declaration) {
        String text = declaration + "<a>é ü</a>";

        assertThat(decode(text.getBytes(ISO_8859_1))).isEqualTo(text);
    }

    @Test
    void theDeclarationIsStrongerThanTheTransport() {
        String text = "<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>";

        assertThat(XmlText.decode(text.getBytes(ISO_8859_1), Optional.of("utf-8"))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "utf-32", "no-such-charset", "..", "x"})
    void aDeclaredEncodingThatCannotBeIsIgnored(String encoding) {
        String text = "<?xml version='1.0' encoding='" + encoding + "'?><a>é</a>";

        assertThat(decode(text.getBytes(UTF_8))).isEqualTo(text);
    }

    @Test
    void theTransportsCharsetIsUsedWhenTheDocumentIsSilent() {
        String text = "<?xml version='1.0'?><a>é</a>";

        assertThat(XmlText.decode(text.getBytes(ISO_8859_1), Optional.of("ISO-8859-1"))).isEqualTo(text);
        assertThat(XmlText.decode("<a>€</a>".getBytes(Charset.forName("windows-1252")), Optional.of("cp1252")))
                .isEqualTo("<a>€</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"utf-8\"", "none", "utf-16", "UTF-32BE"})
    void aTransportsCharsetThatCannotBeIsIgnored(String charset) {
        assertThat(XmlText.decode(PLAIN.getBytes(UTF_8), Optional.of(charset))).isEqualTo(PLAIN);
    }

    @Test
    void bytesThatTheEncodingDoesNotKnowBecomeReplacementCharacters() {
        assertThat(decode("<a>é</a>".getBytes(ISO_8859_1))).isEqualTo("<a>\uFFFD</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<", "a"})
    void theShortestTextsAreRead(String text) {
        assertThat(decode(text.getBytes(US_ASCII))).isEqualTo(text);
    }

    @Test
    void aWordAboutEncodingFurtherDownIsNoDeclaration() {
        String text = "<a note=\"encoding='ISO-8859-1'\">é</a>";

        assertThat(decode(text.getBytes(UTF_8))).isEqualTo(text);
    }

    private static String decode(byte[] bytes) {
        return XmlText.decode(bytes, Optional.empty());
    }
}
