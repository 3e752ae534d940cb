package org.imgeligibility.regression.diff;

import java.io.StringWriter;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.imgeligibility.facts.Problem;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A comparison of rules as JSON, for scripts; {@code docs/regression.md} says what it holds. */
public final class DiffJson {

    private final JsonGenerator json;

    private DiffJson(JsonGenerator json) {
        this.json = json;
    }

    public static String of(DiffReport report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("from", report.from());
            json.writeStringProperty("to", report.to());
            new DiffJson(json).report(report);
            json.writeEndObject();
        }
        return text.toString();
    }

    private void report(DiffReport report) {
        list("changes", report.changes(), this::change);
        json.writeNumberProperty("applicants", report.subjects().count());
        json.writeNumberProperty("differing", report.differing());
        json.writeNumberProperty("otherwise", report.otherwise());
        list("groups", report.groups(), this::group);
        list("periods", report.periods(), period -> {
            day("first", period.first());
            day("last", period.last());
            json.writeBooleanProperty("whole", period.whole());
        });
        strings("unknown", report.unknown());
        list("malformed", report.subjects().problems(), this::problem);
    }

    private void change(Change change) {
        json.writeStringProperty("what", change.what());
        json.writeStringProperty("how", change.how().name());
        json.writeStringProperty("file", change.file());
        json.writeNumberProperty("line", change.line());
        json.writeStringProperty("name", change.name());
        strings("diff", change.diff());
    }

    private void group(Group group) {
        strings("of", group.of());
        json.writeStringProperty("direction", group.direction().name());
        json.writeStringProperty("before", group.before());
        json.writeStringProperty("after", group.after());
        strings("readings", group.readings());
        json.writeNumberProperty("count", group.count());
        json.writeNumberProperty("further", group.further());
        json.writeObjectPropertyStart("witness");
        json.writeStringProperty("asOf", group.witness().applicant().asOf().toString());
        json.writeStringProperty("reading", group.witness().applicant().reading());
        list("facts", group.witness().applicant().facts().values().entrySet(), this::fact);
        json.writeStringProperty("from", group.witness().from());
        json.writeStringProperty("before", group.witness().before());
        json.writeStringProperty("after", group.witness().after());
        json.writeEndObject();
    }

    private void fact(Map.Entry<String, Object> fact) {
        json.writeStringProperty("path", fact.getKey());
        json.writeName("value");
        if (fact.getValue() instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (fact.getValue() instanceof Integer number) {
            json.writeNumber(number);
        } else if (fact.getValue() instanceof Double number) {
            json.writeNumber(number);
        } else if (fact.getValue() instanceof Collection<?> items) {
            json.writeStartArray();
            items.forEach(item -> json.writeString(item.toString()));
            json.writeEndArray();
        } else {
            json.writeString(fact.getValue().toString());
        }
    }

    private void problem(Problem problem) {
        json.writeStringProperty("place", problem.path());
        json.writeStringProperty("message", problem.message());
    }

    private void day(String name, Optional<?> day) {
        json.writeName(name);
        day.ifPresentOrElse(known -> json.writeString(known.toString()), json::writeNull);
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
