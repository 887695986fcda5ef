package io.spotcheck.protocol.vast.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.validation.DocumentValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code src/RULES.md} says what the rules say. Run with {@code -Dspotcheck.rules.write=true}, it is written anew. */
class RulesDocumentTest {

    private static final Path DOCUMENT = Path.of("src", "RULES.md");

    @Test
    void isUpToDate() throws IOException {
        String expected = RulesDocument.write(DocumentValidator.rules());
        if (Boolean.getBoolean("spotcheck.rules.write")) {
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(Files.readString(DOCUMENT)).as("src/RULES.md is stale; run this test with "
                + "-Dspotcheck.rules.write=true").isEqualTo(expected);
    }
}
