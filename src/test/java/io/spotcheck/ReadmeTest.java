package io.spotcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.sandbox.SandboxServer;
import io.spotcheck.transport.HttpTransport;
import io.spotcheck.workspace.Profile;
import io.spotcheck.workspace.ProfileFormat;
import io.spotcheck.workspace.Variables;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README promises. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(README))
                .results().map((MatchResult block) -> block.group(1)).toList();
    }

    @Test
    void everyJavaExampleCompiles(@TempDir Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> examples = blocks("java");
        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            var source = new SimpleJavaFileObject(URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE) {
                @Override
                public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return example;
                }
            };
            var output = new StringWriter();
            boolean compiled = compiler.getTask(output, null, null, List.of("-d", classes.toString(), "-proc:none",
                    "-classpath", System.getProperty("java.class.path")), null, List.of(source)).call();
            assertThat(compiled).as(output.toString()).isTrue();
        }
    }

    @Test
    void everyProfileServesAnAd() throws Exception {
        List<String> profiles = blocks("yaml");
        assertThat(profiles).hasSizeGreaterThan(1);
        try (var sandbox = SandboxServer.start(Path.of("assets"), 0); var http = new HttpTransport()) {
            Variables variables = Variables.none().with(Variables.SANDBOX, sandbox.baseUrl().toString());
            for (String text : profiles) {
                Profile profile = variables.expand(ProfileFormat.parse(text, "README.md"));
                try (Orchestrator orchestrator = profile.config().toBuilder(Path.of("."), http).build()) {
                    AdResponse response = orchestrator.fetchAd(profile.request());
                    assertThat(response.error()).as(profile.name()).isEmpty();
                    assertThat(profile.expectation().check(response)).as(profile.name()).isEmpty();
                    assertThat(response.resolution().findings()).as(profile.name()).isEmpty();
                }
            }
        }
    }

    @Test
    void theQuickStartHasTwoCommands() throws IOException {
        String readme = Files.readString(README);
        String quickStart = readme.substring(readme.indexOf("## Quick start"), readme.indexOf("## In the window"));

        assertThat(Pattern.compile("```sh\\n(.*?)\\n```", Pattern.DOTALL).matcher(quickStart).results()
                .map(block -> block.group(1)))
                .containsExactly("mvn -q -DskipTests package && target/spotcheck/bin/spotcheck", "mvn verify");
    }

    @Test
    void everyLinkAndPictureLeadsSomewhere() throws IOException {
        List<String> targets = Pattern.compile("\\]\\(([^)]+)\\)").matcher(Files.readString(README)).results()
                .map(link -> link.group(1)).filter(target -> !target.startsWith("http")).toList();

        assertThat(targets).isNotEmpty().allSatisfy(target -> assertThat(Path.of(target)).exists());
    }
}
