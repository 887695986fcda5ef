package io.spotcheck.suite;

import io.spotcheck.suite.ProfileResult.Outcome;
import io.spotcheck.workspace.Mismatch;
import io.spotcheck.workspace.ResultJson;
import java.nio.file.Path;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the result of a run as the JSON document of {@code run --format json}: {@code profiles}, each with its
 * {@code outcome} and the {@code result} that {@code resolve} would print, and a {@code summary}.
 */
public final class SuiteJson {

    private static final ObjectWriter PRETTY = JsonMapper.shared().writerWithDefaultPrettyPrinter();

    private SuiteJson() {
    }

    /**
     * The document as text, indented, without a line break at its end.
     *
     * @param base what the paths of the files are written relative to, where they are below it
     */
    public static String write(SuiteResult result, Path base) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode profiles = json.putArray("profiles");
        result.profiles().forEach(profile -> profiles.add(profile(profile, base.toAbsolutePath().normalize())));
        return PRETTY.writeValueAsString(summed(json, result));
    }

    /** One profile of the document in one line, for those who read while the run goes on. */
    public static String line(ProfileResult profile, Path base) {
        return JsonMapper.shared().writeValueAsString(profile(profile, base.toAbsolutePath().normalize()));
    }

    /** The document without its profiles in one line, for those who have read them already. */
    public static String lastLine(SuiteResult result) {
        return JsonMapper.shared().writeValueAsString(summed(JsonNodeFactory.instance.objectNode(), result));
    }

    private static ObjectNode summed(ObjectNode json, SuiteResult result) {
        ObjectNode summary = json.putObject("summary");
        summary.put("profiles", result.profiles().size());
        for (Outcome outcome : Outcome.values()) {
            summary.put(outcome.wireName(), result.count(outcome));
        }
        summary.put("durationMs", result.duration().toMillis());
        return json;
    }

    private static ObjectNode profile(ProfileResult result, Path base) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", result.file().name());
        json.put("file", portable(result.file().file(), base));
        if (!result.file().group().isEmpty()) {
            json.put("group", result.file().group());
        }
        json.put("outcome", result.outcome().wireName());
        json.put("durationMs", result.duration().toMillis());
        if (!result.mismatches().isEmpty()) {
            ArrayNode mismatches = json.putArray("mismatches");
            result.mismatches().forEach(mismatch -> mismatches.add(mismatch(mismatch)));
        }
        result.error().ifPresent(error -> json.put("error", error));
        result.response().ifPresent(response -> json.set("result", ResultJson.of(response)));
        return json;
    }

    private static ObjectNode mismatch(Mismatch mismatch) {
        return JsonNodeFactory.instance.objectNode().put("what", mismatch.what())
                .put("expected", mismatch.expected()).put("actual", mismatch.actual());
    }

    /** Slashes on every system, and no folder of one machine, so that shards of several machines can be joined. */
    private static String portable(Path file, Path base) {
        Path shown = file.startsWith(base) ? base.relativize(file) : file;
        return shown.toString().replace('\\', '/');
    }
}
