package io.spotcheck.protocol.openrtb.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.corpus.Corpus;
import io.spotcheck.protocol.openrtb.catalogue.FieldType.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue knows what the specification has, no more and no less. */
class RtbCatalogueTest {

    private static final RtbCatalogue CATALOGUE = RtbCatalogue.standard();
    private static final Map<String, String> NAMES = Map.of("DOOH", "Dooh", "EID", "Eid", "UID", "Uid");

    @Test
    void knowsTypesAndLists() {
        FieldType api = CATALOGUE.object("Video").field("api").orElseThrow();
        assertThat(api.kind()).isEqualTo(Kind.INTEGER);
        assertThat(api.isArray()).isTrue();
        assertThat(api.list().orElseThrow().meaning(7)).contains("OMID 1.0");
        assertThat(api.list().orElseThrow().allows(500)).isTrue();
        assertThat(api.list().orElseThrow().allows(499)).isFalse();
        assertThat(CATALOGUE.object("Imp").field("banner").flatMap(FieldType::object))
                .contains(CATALOGUE.object("Banner"));
        assertThat(CATALOGUE.object("Imp").field("bidfloorcur").flatMap(FieldType::byDefault)).contains("USD");
        assertThat(CATALOGUE.list("StartDelay").allows(15)).isTrue();
        assertThat(CATALOGUE.list("StartDelay").allows(-3)).isFalse();
    }

    @Test
    void knowsSinceWhenAndUntilWhen() {
        ObjectType video = CATALOGUE.object("Video");
        assertThat(video.field("plcmt").orElseThrow().since()).isEqualTo(Release.OPENRTB_2_6_202303);
        assertThat(video.field("placement").orElseThrow().deprecated()).contains(Release.OPENRTB_2_6_202303);
        assertThat(video.field("placement").orElseThrow().use()).contains("plcmt");
        assertThat(video.field("protocol").orElseThrow().until()).contains(Release.OPENRTB_2_6);
        assertThat(CATALOGUE.object("User").exts()).containsEntry("eids", "eids");
    }

    @ParameterizedTest
    @CsvSource({"2.5, OPENRTB_2_5", "2.6, OPENRTB_2_6_202606", "2.6-202210, OPENRTB_2_6", "2.6-202303, "
            + "OPENRTB_2_6_202303"})
    void readsReleases(String written, Release release) {
        assertThat(Release.openrtb(written)).contains(release);
        assertThat(Release.openrtb("2.7")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2.5, request", "2.5, response", "2.6-202606, request", "2.6-202606, response"})
    void hasEveryFieldOfTheSchemas(String release, String kind) throws IOException {
        Corpus.assumeFolder("schema");
        JsonNode schema = JsonMapper.shared().readTree(Files.readString(
                Corpus.SCHEMAS.resolve("openrtb-" + release + "-bid-" + kind + ".schema.json")));
        var differences = new ArrayList<String>();
        compare(kind.equals("request") ? "BidRequest" : "BidResponse", schema, release, differences);
        schema.get("$defs").properties().forEach(each -> compare(NAMES.getOrDefault(each.getKey(), each.getKey()),
                each.getValue(), release, differences));
        assertThat(differences).isEmpty();
    }

    private static void compare(String object, JsonNode schema, String version, List<String> differences) {
        ObjectType type = CATALOGUE.object(object);
        Release release = Release.openrtb(version).orElseThrow();
        Set<String> theirs = schema.get("properties").propertyNames().stream().filter(name -> !name.equals("ext"))
                .collect(Collectors.toSet());
        Set<String> ours = type.fields().stream().filter(f -> release.isAtLeast(f.since())
                && f.until().filter(release::isAtLeast).isEmpty()).map(FieldType::name).collect(Collectors.toSet());
        if (!ours.equals(theirs)) {
            Set<String> only = ours.stream().filter(n -> !theirs.contains(n)).collect(Collectors.toSet());
            differences.add(object + " has " + only + " too many and lacks "
                    + theirs.stream().filter(n -> !ours.contains(n)).toList());
        }
        for (FieldType field : type.fields()) {
            JsonNode written = schema.get("properties").path(field.name());
            if (written.isObject() && ours.contains(field.name())
                    && field.isArray() != written.path("type").asString("").equals("array")) {
                differences.add(object + "." + field.name() + " is an array to one of us");
            }
            boolean required = schema.path("required").valueStream().anyMatch(n ->
                    n.stringValue().equals(field.name()));
            if (required != field.isRequired()) {
                differences.add(object + "." + field.name() + " is required to one of us");
            }
        }
    }
}
