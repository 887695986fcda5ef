package io.spotcheck.validation;

import io.spotcheck.resolution.Severity;
import io.spotcheck.workspace.ResultJson;
import java.util.List;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes what is wrong with documents as the JSON document of {@code validate --format json}. */
public final class ValidationJson {

    private static final ObjectWriter PRETTY = JsonMapper.shared().writerWithDefaultPrettyPrinter();

    private ValidationJson() {
    }

    /** The document as text, indented, without a line break at its end. */
    public static String write(List<ValidatedDocument> documents) {
        return PRETTY.writeValueAsString(json(documents));
    }

    /** The document of {@code validate --fix}: what is left, and in {@code fixed} how much was mended. */
    public static String writeFixed(List<CorrectedText> documents) {
        ObjectNode json = json(documents.stream().map(CorrectedText::left).toList());
        for (int i = 0; i < documents.size(); i++) {
            ((ObjectNode) json.get("files").get(i)).put("fixed", documents.get(i).fixed().size());
        }
        ((ObjectNode) json.get("summary")).put("fixed", documents.stream().mapToInt(d -> d.fixed().size()).sum());
        return PRETTY.writeValueAsString(json);
    }

    private static ObjectNode json(List<ValidatedDocument> documents) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode files = json.putArray("files");
        documents.forEach(document -> files.add(file(document)));
        json.putObject("summary").put("files", documents.size())
                .put("valid", documents.stream().filter(ValidatedDocument::valid).count())
                .put("errors", documents.stream().mapToInt(d -> d.count(Severity.ERROR)).sum())
                .put("warnings", documents.stream().mapToInt(d -> d.count(Severity.WARNING)).sum());
        return json;
    }

    private static ObjectNode file(ValidatedDocument document) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("file", document.file());
        json.put("type", document.type().wireName());
        document.version().ifPresent(version -> json.put("version", version));
        json.put("valid", document.valid());
        json.set("findings", ResultJson.findings(document.findings()));
        return json;
    }
}
