package io.spotcheck.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotcheck.orchestrator.ConfigurationException;
import io.spotcheck.orchestrator.OrchestratorConfig;
import io.spotcheck.orchestrator.OrchestratorConfig.UpstreamConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

    private static final Profile PROFILE =
            Profile.of("Tag", OrchestratorConfig.of("vast", UpstreamConfig.http("https://ads.example/tag")));

    private Path folder = Path.of("");

    @BeforeEach
    void links(@TempDir Path temporary) throws IOException {
        folder = temporary.toRealPath();
    }

    @Test
    void listsProfilesByGroupAndFileWithBrokenOnesAmongThem() throws IOException {
        put("workspace.yaml", "name: Team\n");
        put("vast/b.yaml", "name: B\n");
        put("vast/a.yml", "name: A\n");
        put("top.yaml", "name: Top\n");
        put("broken/x.yaml", "nmae: X\n");
        put("environments/prod.yaml", "variables: {host: ads.example}\n");
        put("recordings/r.yaml", "anything: goes\n");
        put(".git/config.yaml", "no: profile\n");
        put("vast/notes.txt", "no profile");

        Workspace workspace = Workspace.open(folder);

        assertThat(workspace.name()).isEqualTo("Team");
        assertThat(workspace.profiles()).extracting(ProfileFile::group, ProfileFile::name).containsExactly(
                org.assertj.core.groups.Tuple.tuple("", "Top"),
                org.assertj.core.groups.Tuple.tuple("broken", "x.yaml"),
                org.assertj.core.groups.Tuple.tuple("vast", "A"),
                org.assertj.core.groups.Tuple.tuple("vast", "B"));
        assertThat(workspace.profiles().get(1).error()).hasValueSatisfying(
                error -> assertThat(error).startsWith("x.yaml:1:1: ").contains("nmae"));
        assertThat(workspace.environments()).containsExactly("prod");
        assertThat(workspace.environment("prod").toVariables().value("host")).contains("ads.example");
    }

    @Test
    void isCalledAsItsFolderWithoutADescription() {
        assertThat(Workspace.open(folder).name()).isEqualTo(folder.getFileName().toString());
    }

    @Test
    void saysWhichEnvironmentsThereAre() throws IOException {
        put("environments/prod.yaml", "variables: {}\n");
        Workspace workspace = Workspace.open(folder);
        assertThatThrownBy(() -> workspace.environment("../prod")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("it has prod.");
    }

    @Test
    void isFoundFromAFileWithin() throws IOException {
        put("workspace.yaml", "name: Team\n");
        Path file = put("vast/deep/a.yaml", "name: A\n");
        assertThat(Workspace.containing(file).folder()).isEqualTo(folder);
    }

    @Test
    void savesAndLeavesNothingElse() throws IOException {
        Workspace workspace = Workspace.open(folder);
        Path file = workspace.newFile("new/group", "Three höps!");
        ProfileFile saved = workspace.save(file, PROFILE);
        assertThat(file).isEqualTo(folder.resolve("new/group/three-hops.yaml"));
        assertThat(saved.group()).isEqualTo("new/group");
        assertThat(saved.profile()).contains(PROFILE);
        assertThat(workspace.newFile("new/group", "Three höps!")).hasFileName("three-hops-2.yaml");
        assertThat(filesIn(file.getParent())).containsExactly("three-hops.yaml");
    }

    @Test
    void neverShowsHalfAFileToAReader() throws Exception {
        Workspace workspace = Workspace.open(folder);
        Path file = folder.resolve("a.yaml");
        Profile other = PROFILE.withConfig(OrchestratorConfig.of("vast",
                UpstreamConfig.memory("memory://long", "<VAST>" + "x".repeat(200_000) + "</VAST>")));
        workspace.save(file, PROFILE);
        var done = new AtomicBoolean();
        Thread writer = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 50; i++) {
                workspace.save(file, i % 2 == 0 ? other : PROFILE);
            }
            done.set(true);
        });
        while (!done.get()) {
            assertThat(ProfileFile.read(file).profile()).isPresent().get().isIn(PROFILE, other);
        }
        writer.join();
        assertThat(filesIn(folder)).containsExactly("a.yaml");
    }

    @Test
    void fillsVariablesEverywhereButInNameAndDescription() {
        Profile profile = ProfileFormat.parse("""
                name: "{{name}}"
                description: "{{description}}"
                upstream:
                  endpoint: "{{sandbox}}/tag"
                  headers: {X-Key: "{{ key }}"}
                  fallbacks: [{type: memory, endpoint: "{{sandbox}}/2", documents: {"{{sandbox}}/2": "<a>{{key}}</a>"}}]
                request:
                  userId: "{{key}}"
                  geo: {city: "{{key}}"}
                  extensions: {deep: [{inner: "{{key}}"}]}
                expect: {adId: "{{key}}"}
                """, "p.yaml");
        assertThat(profile.needsSandbox()).isTrue();
        assertThat(Variables.namesIn(profile)).containsExactly("key", "sandbox");

        Profile ready = new Variables(Map.of("sandbox", "http://localhost:1", "key", "$1\\x")).expand(profile);

        assertThat(ready.name()).isEqualTo("{{name}}");
        assertThat(ready.config().upstream().endpoint()).isEqualTo("http://localhost:1/tag");
        assertThat(ready.config().upstream().headers()).containsEntry("X-Key", "$1\\x");
        assertThat(ready.config().upstream().fallbacks().getFirst().documents())
                .containsEntry("http://localhost:1/2", "<a>$1\\x</a>");
        assertThat(ready.request().userId()).isEqualTo("$1\\x");
        assertThat(ready.request().geo().orElseThrow().city()).contains("$1\\x");
        assertThat(ready.request().extensions().get("deep")).asString().contains("inner=$1\\x");
        assertThat(ready.expectation().adId()).contains("$1\\x");
        assertThat(ready.needsSandbox()).isFalse();
    }

    @Test
    void refusesAVariableWithoutAValue() {
        assertThatThrownBy(() -> Variables.none().with("a", "1").expand("{{b}}"))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("{{b}}").hasMessageContaining("set are a");
    }

    @Test
    void findsTheInstallationUpwardsAndWhereItIsTold() throws IOException {
        Files.createDirectories(folder.resolve("assets"));
        Files.createDirectories(folder.resolve("profiles/vast"));
        assertThat(Installation.find(Optional.empty(), folder.resolve("profiles/vast")))
                .contains(new Installation(folder));
        assertThat(Installation.find(Optional.of(folder.toString()), Path.of("/"))).contains(new Installation(folder));
        assertThat(Installation.find(Optional.of("/nowhere"), Path.of("/"))).isEmpty();
    }

    private Path put(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
