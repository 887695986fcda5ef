package io.spotcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code validate --fix}: what is mechanical is mended in place, and the rest is told. */
class ValidateFixTest {

    private static final String WRONG = """
            <VAST version="3.0">\r
              <Ad id="a"><Wrapper>\r
                <VASTAdTagURI><![CDATA[http://next.northlight.tv/]]></VASTAdTagURI>\r
                <Impression><![CDATA[https://count.northlight.tv/[cachebusting]]]></Impression><Creatives/>\r
              </Wrapper></Ad>\r
            </VAST>\r
            """;
    private static final String MENDED = WRONG.replace("http:", "https:").replace("cachebusting", "CACHEBUSTING");

    @Test
    void mendsFilesInPlaceAndTellsWhatIsLeft(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("wrapper.xml"), WRONG);
        String name = file.toString().replace('\\', '/');
        CliRun run = CliRun.of("validate", "--fix", file.toString());
        assertThat(run.out()).isEqualTo(
                name + ":3:5 fixed VAST-URL-NOT-HTTPS VASTAdTagURI uses http; write https. (VAST 4.3 §2.3.3)\n"
                + name + ":4:5 fixed VAST-MACRO-CASE The macro is written [cachebusting]; write [CACHEBUSTING]."
                + " (VAST 4.3 §6.1)\n"
                + name + ":2:14 error VAST-WRAPPER-ADSYSTEM-MISSING Wrapper has no AdSystem. (VAST 4.3 §3.4.1)\n"
                + "✕ 1 file · 0 valid · 2 fixed · 1 error\n");
        assertThat(run.status()).isEqualTo(1);
        assertThat(Files.readString(file)).isEqualTo(MENDED);
        try (var files = Files.list(folder)) {
            assertThat(files).as("no temporary file is left").containsExactly(file);
        }
        assertThat(CliRun.of("validate", "--fix", file.toString()).out()).doesNotContain("fixed");
    }

    @Test
    void writesNothingOnADryRun(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("wrapper.xml"), WRONG);
        CliRun run = CliRun.of("validate", "--fix", "--dry-run", file.toString());
        assertThat(run.out()).contains("fixable VAST-URL-NOT-HTTPS").endsWith("✕ 1 file · 0 valid · 2 fixable · 1 error\n");
        assertThat(Files.readString(file)).isEqualTo(WRONG);
        assertThat(CliRun.of("validate", "--dry-run", file.toString()).status()).isEqualTo(2);
    }

    @Test
    void countsWhatWasMendedInJson(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.xml"), WRONG);
        Files.writeString(folder.resolve("b.xml"), MENDED);
        JsonNode json = CliRun.of("validate", "--fix", folder.toString(), "--format", "json").json();
        assertThat(json.get("files").valueStream().map(file -> file.get("fixed").intValue())).isEqualTo(List.of(2, 0));
        assertThat(json.get("summary").get("fixed").intValue()).isEqualTo(2);
        assertThat(json.get("files").get(0).get("findings").size()).isEqualTo(1);
        assertThat(CliRun.of("validate", folder.toString(), "--format", "json").json().get("summary").has("fixed"))
                .isFalse();
    }

    @Test
    void sendsAMendedInputToTheOutput() {
        CliRun run = CliRun.withInput(WRONG, "validate", "-", "--fix");
        assertThat(run.out()).isEqualTo(MENDED);
        assertThat(run.err()).contains("-:3:5 fixed VAST-URL-NOT-HTTPS").endsWith("✕ 1 file · 0 valid · 2 fixed · 1 error\n");
        assertThat(run.status()).isEqualTo(1);
        assertThat(CliRun.withInput(MENDED, "validate", "-", "--fix").out()).isEqualTo(MENDED);
    }

    @Test
    void leavesAnUnreadableDocumentAlone(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("broken.xml"), WRONG.replace("</Wrapper>", ""));
        CliRun run = CliRun.of("validate", "--fix", file.toString());
        assertThat(run.out()).contains("XML-MALFORMED").doesNotContain("fixed");
        assertThat(Files.readString(file)).doesNotContain("https://next");
    }

    @Test
    void leavesAReadOnlyFileAloneAndTellsWhatItDidToTheOthers(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.xml"), WRONG);
        Path locked = Files.writeString(folder.resolve("b.xml"), WRONG);
        Files.writeString(folder.resolve("c.xml"), WRONG);
        assumeTrue(locked.toFile().setWritable(false, false), "The file cannot be made read-only.");
        CliRun run = CliRun.of("validate", "--fix", folder.toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("b.xml").contains("read-only");
        assertThat(run.out()).contains("a.xml:3:5 fixed").contains("c.xml:3:5 fixed").doesNotContain("b.xml:3:5 fixed");
        assertThat(Files.readString(locked)).isEqualTo(WRONG);
        assertThat(Files.readString(folder.resolve("c.xml"))).isEqualTo(MENDED);
    }
}
