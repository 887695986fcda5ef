package io.spotcheck.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.lint.LintSettings;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON documents as they are stored, and pieces of other protocols (RFC 8259 §8.1). */
class DocumentEncodingTest {

    private static final String REQUEST = """
            {"id": "1", "imp": [{"id": "1", "banner": {"w": 300, "h": 250}}], "site": {"name": "Caf\u00e9"}}""";

    @ParameterizedTest
    @CsvSource({"UTF-8, ''", "UTF-16LE, FFFE", "UTF-16BE, FEFF", "UTF-16LE, ''", "UTF-16BE, ''", "ISO-8859-1, ''"})
    void jsonIsExchangedInUtf8(String charset, String mark) {
        List<Finding> errors = validate(bytes(charset, mark)).findings().stream()
                .filter(f -> f.severity() == Severity.ERROR).toList();

        assertThat(errors).extracting(Finding::rule).isEqualTo(charset.equals("UTF-8") ? List.of()
                : List.of("JSON-ENCODING-WRONG"));
        assertThat(validate(bytes(charset, mark)).type()).isEqualTo(DocumentType.OPENRTB_REQUEST);
    }

    @Test
    void aByteThatIsNoUtf8HasItsPlace() {
        assertThat(validate(bytes("ISO-8859-1", "")).findings().getFirst().location().orElseThrow().column())
                .isEqualTo(REQUEST.indexOf('\u00e9') + 1);
    }

    @Test
    void aByteOrderMarkIsAWarning() {
        assertThat(validate(bytes("UTF-8", "EFBBBF")).findings()).filteredOn(f -> f.severity() != Severity.INFO)
                .extracting(Finding::rule).containsExactly("JSON-BYTE-ORDER-MARK");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"placement": {"tagid": "a", "display": {"w": 320}}} | DOCUMENT-UNKNOWN | This is a placement of AdCOM
            {"ad": {"id": "a", "video": {"mime": ["video/mp4"]}}} | DOCUMENT-UNKNOWN | This is an ad of AdCOM
            {"restrictions": {"bcat": ["IAB1"]}, "site": {}}      | DOCUMENT-UNKNOWN | This is the context of AdCOM
            {"openrtb": {"ver": "3.0", "request": {"item": []}}}  | ORTB-VERSION-3   | This is OpenRTB 3.0
            {"id": "1", "item": [{"id": "1"}], "context": {}}     | ORTB-VERSION-3   | This is OpenRTB 3.0
            // a request                                          | JSON-MALFORMED   | There is a comment here
            """)
    void whatIsOfAnotherProtocolIsNamed(String text, String rule, String message) {
        Finding finding = validate(text.getBytes(StandardCharsets.UTF_8)).findings().getFirst();

        assertThat(finding.rule()).isEqualTo(rule);
        assertThat(finding.message()).startsWith(message);
        assertThat(finding.location()).isPresent();
    }

    private static ValidatedDocument validate(byte[] bytes) {
        return new DocumentValidator().validate("a.json", bytes, LintSettings.standard());
    }

    private static byte[] bytes(String charset, String mark) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < mark.length(); i += 2) {
            bytes.write(Integer.parseInt(mark.substring(i, i + 2), 16));
        }
        bytes.writeBytes(REQUEST.getBytes(Charset.forName(charset)));
        return bytes.toByteArray();
    }
}
