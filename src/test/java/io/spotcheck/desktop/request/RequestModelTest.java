package io.spotcheck.desktop.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.DeviceType;
import io.spotcheck.ad.Geo;
import io.spotcheck.orchestrator.OrchestratorConfig;
import io.spotcheck.orchestrator.OrchestratorConfig.UpstreamConfig;
import io.spotcheck.orchestrator.OrchestratorConfig.UpstreamType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestModelTest {

    private final RequestModel model = new RequestModel(List.of("vast"));

    @Test
    void givesBackEveryFieldThatItWasFilledWith() {
        AdRequest full = AdRequest.builder("mid-roll", "user 1").ipAddress("2001:db8::1").deviceType(DeviceType.TV)
                .contentUrl("https://video.example/?a=1").contentDuration(Duration.ofMillis(90_500))
                .playheadPosition(Duration.ZERO).playerSize(640, 360)
                .geo(new Geo(Optional.of("DE"), Optional.of("BE"), Optional.of("Berlin"), Optional.of("01067"),
                        OptionalDouble.of(52.52), OptionalDouble.of(-13.405)))
                .extension("text", "true").extension("number", 12).extension("list", List.of("a", "b"))
                .extension("map", Map.of("deep", true)).build();
        var upstream = UpstreamConfig.memory("https://a.example/", "<VAST/>").withHeaders(Map.of("X-A", "1"));
        model.load(OrchestratorConfig.of("vast", upstream), full);
        assertThat(model.request()).isEqualTo(full);
        assertThat(model.config().upstream()).isEqualTo(upstream);
        assertThat(model.problemsProperty().get()).isEmpty();
    }

    @Test
    void aProtocolThatNobodyChoseIsLeftToTheAnswer() {
        assertThat(model.protocolProperty().get()).isEqualTo("vast");
        assertThat(model.config().protocol()).isEmpty();
        model.suppose("vmap");
        assertThat(model.protocolProperty().get()).isEqualTo("vmap");
        assertThat(model.config().protocol()).isEmpty();
    }

    @Test
    void aProtocolThatSomebodyChoseOrSavedIsSpoken() {
        model.suppose("vmap");
        model.protocolProperty().set("vast");
        assertThat(model.config().protocol()).contains("vast");
        model.load(OrchestratorConfig.of("vmap", UpstreamConfig.http("https://a.example/")), model.request());
        assertThat(model.config().protocol()).contains("vmap");
        assertThat(model.isProtocolOpen()).isFalse();
    }

    @Test
    void optionsAreYamlOrJson() {
        model.optionsProperty().set("request: {id: x, imp: [{bidfloor: 1.5}]}\ngzip: true");
        assertThat(model.config().options()).containsEntry("gzip", true)
                .containsEntry("request", Map.of("id", "x", "imp", List.of(Map.of("bidfloor", 1.5))));
        assertThat(model.isSound()).isTrue();
        model.optionsProperty().set("{\"gzip\": false}");
        assertThat(model.config().options()).isEqualTo(Map.of("gzip", false));
    }

    @Test
    void saysWhereOptionsAreWrongAndSendsNothingThen() {
        model.optionsProperty().set("gzip: [");
        assertThat(model.optionsProblemProperty().get()).isPresent();
        assertThat(model.isSound()).isFalse();
        model.optionsProperty().set("just words");
        assertThat(model.sentences()).containsExactly("Options are names with values, such as “gzip: true”.");
        model.optionsProperty().set(" ");
        assertThat(model.isSound()).isTrue();
    }

    @Test
    void loadedOptionsComeBackAsTheyWere() {
        var options = Map.<String, Object>of("request", Map.of("id", "1", "price", new BigDecimal("1.10")));
        var loaded = new OrchestratorConfig(Optional.of("openrtb"), UpstreamConfig.http("https://b.example/"),
                Optional.empty(), Optional.empty(), Optional.empty(), options);
        model.load(loaded, AdRequest.builder("s", "u").build());
        assertThat(model.optionsProperty().get()).contains("request:");
        assertThat(model.config().options()).isEqualTo(options);
    }

    @Test
    void aMissingTagIsSaidUntilItIsWritten() {
        assertThat(model.tagProblemProperty().get()).isEmpty();
        assertThat(model.wantTag()).isFalse();
        assertThat(model.tagProblemProperty().get()).isPresent();
        model.tagProperty().set("https://ads.example/tag");
        assertThat(model.tagProblemProperty().get()).isEmpty();
        assertThat(model.wantTag()).isTrue();
    }

    @Test
    void saysWhatIsWrongWithAFieldInTheRulesOwnWords() {
        model.field(RequestField.IP_ADDRESS).set("300.1.1.1");
        model.field(RequestField.SLOT_ID).set(" ");
        model.field(RequestField.LATITUDE).set("91");
        assertThat(model.problemsProperty().get()).containsOnlyKeys(RequestField.IP_ADDRESS, RequestField.SLOT_ID,
                RequestField.LATITUDE).containsEntry(RequestField.SLOT_ID, "Give the slot an identifier.");
        model.field(RequestField.IP_ADDRESS).set("203.0.113.7");
        assertThat(model.problemsProperty().get()).doesNotContainKey(RequestField.IP_ADDRESS);
    }

    @Test
    void saysWhatCannotBeRead() {
        model.field(RequestField.PLAYER_WIDTH).set("wide");
        model.field(RequestField.CONTENT_DURATION).set("1e999999999");
        assertThat(model.problemsProperty().get()).containsEntry(RequestField.PLAYER_WIDTH,
                "“wide” is not a whole number.").containsKey(RequestField.CONTENT_DURATION);
    }

    @ParameterizedTest
    @CsvSource({"1800, PT30M", "0.5, PT0.5S", "30m, PT30M", "1.5h, PT1H30M", "500ms, PT0.5S", "00:30:00, PT30M",
            "1:30:00.250, PT1H30M0.25S", "100:00:00, PT100H"})
    void readsDurationsAsTheyAreWrittenElsewhere(String typed, Duration read) {
        model.field(RequestField.CONTENT_DURATION).set(typed);
        assertThat(model.request().contentDuration()).contains(read);
        model.field(RequestField.PLAYHEAD_POSITION).set(" " + typed + " ");
        assertThat(model.request().playheadPosition()).contains(read);
        assertThat(model.problemsProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"30 minutes", "1:60:00", "00:30:60", "30:", "29:59", "m", "half", "99999999999h"})
    void saysHowADurationIsWritten(String typed) {
        model.field(RequestField.CONTENT_DURATION).set(typed);
        assertThat(model.problemsProperty().get()).containsEntry(RequestField.CONTENT_DURATION,
                "“" + typed + "” is no duration; write 1800, 30m or 00:30:00.");
        assertThat(model.request().contentDuration()).isEmpty();
    }

    @Test
    void aTimeBelowZeroIsReadAndRefusedByTheRules() {
        model.field(RequestField.PLAYHEAD_POSITION).set("-5");
        assertThat(model.problemsProperty().get()).containsKey(RequestField.PLAYHEAD_POSITION);
        assertThat(model.problemsProperty().get().get(RequestField.PLAYHEAD_POSITION)).doesNotContain("no duration");
    }

    @Test
    void asksForBothSidesOfThePlayer() {
        model.field(RequestField.PLAYER_WIDTH).set("640");
        assertThat(model.problemsProperty().get()).containsKey(RequestField.PLAYER_HEIGHT);
    }

    @Test
    void takesAPastedDocumentIntoMemory() {
        model.paste("<VAST version=\"4.0\"/>");
        assertThat(model.config().upstream().type()).contains(UpstreamType.MEMORY);
        assertThat(model.config().upstream().document()).contains("<VAST version=\"4.0\"/>");
    }
}
