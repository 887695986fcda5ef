package io.spotcheck.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileTest {

    private static final String LATIN = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<VAST>é</VAST>\n";

    @TempDir
    Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("tag.xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    void keepsTheByteOrderMarkOrItsAbsence(String mark) throws IOException {
        Files.writeString(file, mark + "<VAST>é\r\n</VAST>");
        TextFile.replace(file, "<VAST>é\r\n</VAST>", "<VAST>ü\r\n</VAST>");
        assertThat(file).hasContent(mark + "<VAST>ü\r\n</VAST>");
        assertThat(folder).isDirectoryNotContaining(f -> !f.equals(file));
    }

    @Test
    void keepsTheEncoding() throws IOException {
        Charset latin = StandardCharsets.ISO_8859_1;
        Files.writeString(file, LATIN, latin);
        TextFile.replace(file, LATIN, LATIN.replace('é', 'ü'));
        assertThat(Files.readString(file, latin)).isEqualTo(LATIN.replace('é', 'ü'));
    }

    @Test
    void leavesAFileAloneThatHasChangedOrCannotHoldTheText() throws IOException {
        Files.writeString(file, LATIN, StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> TextFile.replace(file, "<VAST/>", "<VAST></VAST>")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> TextFile.replace(file, LATIN, LATIN + "€")).isInstanceOf(IOException.class);
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).isEqualTo(LATIN);
    }
}
