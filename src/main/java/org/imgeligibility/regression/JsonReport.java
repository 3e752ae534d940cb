package org.imgeligibility.regression;

import java.io.StringWriter;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.imgeligibility.facts.Problem;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A run as JSON, for scripts; {@code docs/regression.md} says what it holds. */
public final class JsonReport {

    private final JsonGenerator json;

    private JsonReport(JsonGenerator json) {
        this.json = json;
    }

    /** @param coverage what the cases reach, where that was asked for */
    public static String of(String digest, Regression.Result result, Optional<Coverage> coverage) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            JsonReport report = new JsonReport(json);
            json.writeStartObject();
            json.writeStringProperty("rules", digest);
            json.writeNumberProperty("cases", result.runs().size());
            report.list("malformed", result.problems(), report::problem);
            report.list("differences", result.differences(), report::difference);
            report.list("folders", FolderSummary.of(result).toList(), report::folder);
            coverage.ifPresent(report::coverage);
            json.writeEndObject();
        }
        return text.toString();
    }

    private void problem(Problem problem) {
        json.writeStringProperty("place", problem.path());
        json.writeStringProperty("message", problem.message());
    }

    private void difference(Difference difference) {
        Fixture fixture = difference.fixture();
        json.writeStringProperty("file", fixture.file());
        json.writeNumberProperty("line", fixture.line());
        json.writeStringProperty("id", fixture.id());
        json.writeStringProperty("says", fixture.says());
        json.writeStringProperty("asOf", fixture.asOf().toString());
        json.writeStringProperty("reading", fixture.reading());
        json.writeStringProperty("of", difference.of().orElse("applicant"));
        json.writeStringProperty("expected", difference.expected());
        json.writeStringProperty("actual", difference.actual());
        json.writeName("holds");
        difference.holds().ifPresentOrElse(this::expectation, json::writeNull);
        strings("rules", difference.rules());
    }

    private void expectation(Fixture.Expectation expectation) {
        json.writeStartObject();
        if (!expectation.outcome().isEmpty()) {
            json.writeStringProperty("outcome", expectation.outcome());
        }
        expectation.because().ifPresent(leaves -> strings("because", leaves));
        expectation.missing().ifPresent(paths -> strings("missing", paths));
        if (!expectation.requirements().isEmpty()) {
            json.writeObjectPropertyStart("requirements");
            expectation.requirements().forEach(json::writeStringProperty);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void folder(FolderSummary folder) {
        json.writeStringProperty("folder", folder.folder());
        json.writeNumberProperty("cases", folder.cases());
        json.writeNumberProperty("differ", folder.differ());
    }

    private void coverage(Coverage coverage) {
        json.writeObjectPropertyStart("coverage");
        count(coverage.total());
        list("kinds", coverage.byKind().entrySet(), this::kind);
        list("files", coverage.byFile().entrySet(), file -> {
            json.writeStringProperty("file", file.getKey());
            count(Coverage.Count.of(file.getValue()));
            list("unreached", file.getValue().stream().filter(item -> !item.reached()).toList(), this::item);
        });
        json.writeEndObject();
    }

    private void kind(Map.Entry<Coverage.Kind, Coverage.Count> kind) {
        json.writeStringProperty("kind", kind.getKey().singular());
        count(kind.getValue());
    }

    private void count(Coverage.Count count) {
        json.writeNumberProperty("reached", count.reached());
        json.writeNumberProperty("total", count.total());
        json.writeNumberProperty("percent", count.percent());
    }

    private void item(Coverage.Item item) {
        json.writeStringProperty("kind", item.kind().singular());
        json.writeNumberProperty("line", item.line());
        json.writeStringProperty("what", item.what());
    }

    private <T> void list(String name, Collection<T> items, Consumer<T> write) {
        json.writeArrayPropertyStart(name);
        items.forEach(item -> {
            json.writeStartObject();
            write.accept(item);
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private void strings(String name, Collection<String> items) {
        json.writeArrayPropertyStart(name);
        items.forEach(json::writeString);
        json.writeEndArray();
    }
}
