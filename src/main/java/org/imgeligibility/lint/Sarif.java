package org.imgeligibility.lint;

import java.io.StringWriter;
import java.util.List;
import org.imgeligibility.facts.Problem;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Findings as SARIF 2.1.0, the format of code-scanning tools. */
public final class Sarif {

    private Sarif() {
    }

    /** @param prefix the folder that findings' files are relative to */
    public static String of(List<Problem> findings, String prefix) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.writeStringProperty("version", "2.1.0");
            json.writeArrayPropertyStart("runs");
            json.writeStartObject();
            json.writeObjectPropertyStart("tool");
            json.writeObjectPropertyStart("driver");
            json.writeStringProperty("name", "img-eligibility lint");
            json.writeEndObject();
            json.writeEndObject();
            json.writeArrayPropertyStart("results");
            findings.forEach(finding -> result(json, finding, prefix));
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void result(JsonGenerator json, Problem finding, String prefix) {
        String[] place = finding.path().split(":");
        json.writeStartObject();
        json.writeStringProperty("ruleId", "unusable");
        json.writeStringProperty("level", "error");
        json.writeObjectPropertyStart("message");
        json.writeStringProperty("text", finding.message());
        json.writeEndObject();
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", prefix + place[0]);
        json.writeEndObject();
        if (place.length > 1) {
            json.writeObjectPropertyStart("region");
            json.writeNumberProperty("startLine", Integer.parseInt(place[1]));
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }
}
