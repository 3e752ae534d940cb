package org.imgeligibility.lint;

import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.imgeligibility.rulebase.language.Place;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A report as SARIF 2.1.0, the format of code-scanning tools. */
public final class Sarif {

    private final JsonGenerator json;
    private final String prefix;
    private final Fingerprints fingerprints = new Fingerprints();

    private Sarif(JsonGenerator json, String prefix) {
        this.json = json;
        this.prefix = prefix;
    }

    /**
     * @param prefix  the folder that findings' files are relative to
     * @param version of this program
     */
    public static String of(Report report, String prefix, String version) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            new Sarif(json, prefix).log(report, version);
        }
        return text.toString();
    }

    private void log(Report report, String version) {
        json.writeStartObject();
        json.writeStringProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.writeStringProperty("version", "2.1.0");
        json.writeArrayPropertyStart("runs");
        json.writeStartObject();
        tool(version);
        json.writeStringProperty("columnKind", "utf16CodeUnits");
        json.writeArrayPropertyStart("results");
        report.findings().forEach(finding -> result(finding, List.of()));
        report.allowed().forEach(allowed -> result(allowed.finding(), List.of(allowed.reason())));
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tool(String version) {
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", "img-eligibility lint");
        json.writeStringProperty("version", version);
        json.writeArrayPropertyStart("rules");
        for (Check check : Check.values()) {
            json.writeStartObject();
            json.writeStringProperty("id", check.id());
            text("shortDescription", check.about());
            text("help", check.help());
            json.writeObjectPropertyStart("defaultConfiguration");
            json.writeStringProperty("level", check.level());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void text(String name, String text) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }

    private void result(Finding finding, List<String> reasons) {
        json.writeStartObject();
        json.writeStringProperty("ruleId", finding.check().id());
        json.writeNumberProperty("ruleIndex", finding.check().ordinal());
        json.writeStringProperty("level", finding.check().level());
        text("message", finding.message());
        location(finding.place());
        json.writeObjectPropertyStart("partialFingerprints");
        json.writeStringProperty("subject/v1", fingerprints.of(finding));
        json.writeEndObject();
        json.writeArrayPropertyStart("suppressions");
        reasons.forEach(this::suppression);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void suppression(String reason) {
        json.writeStartObject();
        json.writeStringProperty("kind", "inSource");
        json.writeStringProperty("justification", reason);
        json.writeEndObject();
    }

    private void location(Place place) {
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", uri(prefix + place.file()));
        json.writeEndObject();
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty("startLine", place.line());
        json.writeNumberProperty("startColumn", place.column());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static String uri(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException odd) {
            return path;
        }
    }
}
