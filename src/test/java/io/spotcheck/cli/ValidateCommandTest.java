package io.spotcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ValidateCommandTest {

    private static final String NO_AD = """
            <VAST version="4.2">
              <Error><![CDATA[https://ads.northlight.tv/none?code=[ERRORCODE]]]></Error>
            </VAST>
            """;
    private static final String NO_IMPRESSION = """
            <VAST version="3.0">
              <Ad id="a">
                <Wrapper>
                  <AdSystem>Northlight</AdSystem>
                  <VASTAdTagURI><![CDATA[https://next.northlight.tv/]]></VASTAdTagURI>
                  <Creatives/>
                </Wrapper>
              </Ad>
            </VAST>
            """;

    @Test
    void saysWhereAndByWhichSection(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("wrapper.xml"), NO_IMPRESSION);
        CliRun run = CliRun.of("validate", file.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEqualTo(file.toString().replace('\\', '/')
                + ":3:5 error VAST-WRAPPER-IMPRESSION-MISSING Wrapper has no Impression. (VAST 4.3 §3.4.4)\n"
                + "✕ 1 file · 0 valid · 1 error\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void writesOneJsonDocument(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("deep"));
        Files.writeString(folder.resolve("deep/wrapper.xml"), NO_IMPRESSION);
        Files.writeString(folder.resolve("none.xml"), NO_AD);
        Files.writeString(folder.resolve("notes.txt"), "no document");
        CliRun run = CliRun.of("validate", folder.toString(), "--format", "json");
        assertThat(run.status()).isEqualTo(1);
        JsonNode files = run.json().get("files");
        assertThat(files.size()).isEqualTo(2);
        JsonNode wrapper = files.get(0);
        assertThat(wrapper.get("file").stringValue()).endsWith("deep/wrapper.xml");
        assertThat(wrapper.get("type").stringValue()).isEqualTo("vast");
        assertThat(wrapper.get("version").stringValue()).isEqualTo("3.0");
        assertThat(wrapper.get("valid").booleanValue()).isFalse();
        JsonNode finding = wrapper.get("findings").get(0);
        assertThat(finding.get("rule").stringValue()).isEqualTo("VAST-WRAPPER-IMPRESSION-MISSING");
        assertThat(finding.get("severity").stringValue()).isEqualTo("error");
        assertThat(finding.get("line").intValue()).isEqualTo(3);
        assertThat(finding.get("column").intValue()).isEqualTo(5);
        assertThat(finding.get("path").stringValue()).isEqualTo("/VAST/Ad/Wrapper");
        assertThat(finding.get("spec").stringValue()).isEqualTo("VAST 4.3 §3.4.4");
        JsonNode summary = run.json().get("summary");
        assertThat(summary.get("files").intValue()).isEqualTo(2);
        assertThat(summary.get("valid").intValue()).isEqualTo(1);
        assertThat(summary.get("errors").intValue()).isEqualTo(1);
        assertThat(summary.get("warnings").intValue()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, ISO-8859-1, 2:15 error XML-ENCODING-WRONG The byte 0xE9 is no character of UTF-8",
        "UTF-16, UTF-8, 1:1 error XML-ENCODING-WRONG The document declares the encoding UTF-16 and is stored as UTF-8",
        "UTF-8, UTF-16, 1:1 error XML-ENCODING-WRONG The document declares the encoding UTF-8 and is stored as UTF-16",
        "x-lamp, UTF-8, '1:1 error XML-ENCODING-WRONG The document declares the encoding x-lamp, which no parser'"})
    void saysWhereTheBytesAreNotWhatTheDocumentDeclares(String declared, String stored, String expected,
                                                        @TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("tag.xml"), ("<?xml version='1.0' encoding='" + declared
                + "'?>\n<VAST><!-- Caf\u00e9 --></VAST>").getBytes(stored));
        for (String how : new String[] {"--no-color", "--fix"}) {
            CliRun run = CliRun.of("validate", file.toString(), how);
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).contains("tag.xml:" + expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, UTF-8", "utf-8, UTF-8", "ISO-8859-1, ISO-8859-1", "UTF-16, UTF-16", "windows-1252, windows-1252"})
    void saysNothingOfAnEncodingThatIsTheDeclaredOne(String declared, String stored, @TempDir Path folder)
            throws IOException {
        Path file = Files.write(folder.resolve("tag.xml"), ("<?xml version='1.0' encoding='" + declared
                + "'?>\n<VAST version='4.2'><!-- Caf\u00e9 \ufffd --></VAST>".replace(" \ufffd",
                stored.startsWith("UTF") ? " \ufffd" : "")).getBytes(stored));
        assertThat(CliRun.of("validate", file.toString()).out()).doesNotContain("ENCODING");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "<VAST version='4.1'/>|vast|true",
            "<VAST version='4.1'>|vast|false",
            "<vmap:VMAP xmlns:vmap='http://www.iab.net/videosuite/vmap' version='1.0'/>|vmap|true",
            "{\"id\": \"1\", \"imp\": [{\"id\": \"1\", \"banner\": {\"w\": 1, \"h\": 1}}]}|openrtb-request|true",
            "{\"id\": \"1\", \"imp\": [{\"id\": \"1\"}]}|openrtb-request|false",
            "{\"id\": \"1\", \"imp\": [{|openrtb-request|false",
            "{\"openrtb\": {\"ver\": \"3.0\", \"request\": {}}}|openrtb-request|true",
            "{\"id\": \"1\", \"seatbid\": []}|openrtb-response|true",
            "{}|openrtb-response|true",
            "{\"native\": {\"ver\": \"1.2\", \"assets\": []}}|native|true",
            "<html><body>Not found</body></html>|unknown|false",
            "{\"name\": \"lamp\"}|unknown|false",
            "{\"id\": |unknown|false",
            "lamp|unknown|false"})
    void recognisesDocumentsByTheirContent(String document, String type, boolean valid) {
        CliRun run = CliRun.withInput(document, "validate", "-", "--format", "json");
        JsonNode file = run.json().get("files").get(0);
        assertThat(file.get("file").stringValue()).isEqualTo("-");
        assertThat(file.get("type").stringValue()).isEqualTo(type);
        assertThat(file.get("valid").booleanValue()).isEqualTo(valid);
        assertThat(run.status()).isEqualTo(valid ? 0 : 1);
    }

    @Test
    void judgesAResponseByItsRequest(@TempDir Path folder) throws IOException {
        Path request = Files.writeString(folder.resolve("request.json"), """
                {"id": "1", "imp": [{"id": "1", "bidfloor": 2, "banner": {"w": 300, "h": 250}}]}
                """);
        Path response = Files.writeString(folder.resolve("response.json"), """
                {"id": "1", "seatbid": [{"bid": [
                  {"id": "1", "impid": "1", "price": 1.5, "adm": "<p>Lamps</p>", "mtype": 1, "crid": "c",
                   "adomain": ["northlight.tv"]}
                ]}]}
                """);
        assertThat(CliRun.of("validate", response.toString()).status()).isZero();
        CliRun run = CliRun.of("validate", "--request", request.toString(), response.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains(":2:38 error ORTB-PAIR-FLOOR");

        Path nothing = Files.writeString(folder.resolve("no-bid.json"), "{}");
        CliRun noBid = CliRun.of("validate", "--request", request.toString(), nothing.toString());
        assertThat(noBid.status()).as(noBid.out()).isZero();

        CliRun wrong = CliRun.of("validate", "--request", response.toString(), response.toString());
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("is not a bid request of OpenRTB 2.x");

        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"id\": \"1\",}");
        CliRun malformed = CliRun.of("validate", "--request", broken.toString(), response.toString());
        assertThat(malformed.status()).isEqualTo(2);
        assertThat(malformed.err()).contains("broken.json:1:11 is not JSON: There is a comma before the “}”");
    }

    @Test
    void judgesOpenRtbByTheReleaseThatIsAskedFor() {
        String request = "{\"id\": \"1\", \"regs\": {\"gdpr\": 0}, \"imp\": [{\"id\": \"1\", \"native\": {}}]}";
        assertThat(CliRun.withInput(request, "validate", "-").out()).doesNotContain("ORTB-FIELD-TOO-NEW");
        assertThat(CliRun.withInput(request, "validate", "--openrtb", "2.5", "-").out())
                .contains("ORTB-FIELD-TOO-NEW");
        assertThat(CliRun.withInput(request, "validate", "--openrtb", "2.9", "-").err())
                .startsWith("There is no OpenRTB 2.9;");
    }

    @Test
    void takesRulesAsTheTeamDoes(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("wrapper.xml"), NO_IMPRESSION);
        Files.writeString(folder.resolve("lint.yaml"), "rules:\n  VAST-WRAPPER-IMPRESSION-MISSING: off\n");
        assertThat(CliRun.of("validate", folder.toString()).out()).isEqualTo("✓ 1 file · 1 valid\n");

        Path settings = Files.writeString(folder.resolve("other.yaml"), """
                suppressions:
                  - rule: VAST-WRAPPER-IMPRESSION-MISSING
                    path: /VAST/Ad
                    reason: The impression is counted elsewhere.
                """);
        assertThat(CliRun.of("validate", folder.toString(), "--settings", settings.toString()).status()).isZero();
    }

    @Test
    void refusesSettingsThatAreWrong(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("none.xml"), NO_AD);
        Path settings = folder.resolve("lint.yaml");
        Files.writeString(settings, "rules:\n  VAST-LAMP: off\n");
        CliRun run = CliRun.of("validate", folder.toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("lint.yaml: there is no rule “VAST-LAMP”.\n");
        Files.writeString(settings, "rules:\n  VAST-NO-AD: loud\n");
        assertThat(CliRun.of("validate", folder.toString()).err()).contains("cannot be “loud”");
        Files.writeString(settings, "suppressions:\n  - rule: VAST-NO-AD\n");
        assertThat(CliRun.of("validate", folder.toString()).err()).contains("needs a reason");
    }

    @Test
    void refusesWhatIsNotThere(@TempDir Path folder) {
        assertThat(CliRun.of("validate", folder.resolve("x.xml").toString()).status()).isEqualTo(2);
        assertThat(CliRun.of("validate", folder.toString()).err()).startsWith("There is no document in");
        assertThat(CliRun.of("validate").status()).isEqualTo(2);
    }

    @Test
    void findsErrorsInThoseOfOurSamplesThatAreMadeForThem() {
        CliRun run = CliRun.of("validate", "assets/tags");
        // What the house ad server says is in no format that is judged.
        assertThat(run.out().lines().filter(line -> line.contains(" error ") && !line.contains("/house-")))
                .hasSize(5).allSatisfy(line -> assertThat(line).containsAnyOf("/empty.xml:", "/malformed.xml:",
                        "/truncated.xml:", "/vmap-old.xml:", "/vmap-truncated.xml:"));
    }
}
