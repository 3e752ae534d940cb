package org.imgeligibility.catalogue;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Question;
import org.imgeligibility.rulebase.Requirement;
import org.imgeligibility.rulebase.Source;
import org.imgeligibility.rulebase.Table;
import org.imgeligibility.rulebase.language.Rule;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Lists a policy as JSON or plain text. */
public final class Catalogue {

    private final Policy policy;
    private final Optional<Exercises> exercises;

    /** With the fixtures of each rule where they are known. */
    public Catalogue(Policy policy) {
        this(policy, Exercises.packed(policy));
    }

    public Catalogue(Policy policy, Optional<Exercises> exercises) {
        this.policy = policy;
        this.exercises = exercises;
    }

    public String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            list(json, "questions", policy.questions().values(), question -> question(json, question));
            list(json, "requirements", policy.requirements().values(), requirement -> requirement(json, requirement));
            list(json, "rules", policy.rules(), rule -> rule(json, rule));
            list(json, "sources", policy.sources().values(), source -> source(json, source));
            list(json, "tables", policy.tables().values(), table -> table(json, table));
            list(json, "calendar", PolicyCalendar.of(policy).days().entrySet(), day -> day(json, day));
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void question(JsonGenerator json, Question question) {
        json.writeStringProperty("id", question.id());
        json.writeStringProperty("title", question.title());
        json.writeStringProperty("topic", question.topic());
        json.writeStringProperty("about", question.about());
        nullable(json, "reading", question.reading());
    }

    private static void requirement(JsonGenerator json, Requirement requirement) {
        json.writeStringProperty("id", requirement.id());
        json.writeStringProperty("title", requirement.title());
        json.writeStringProperty("combine", requirement.combine().spelling());
    }

    private void rule(JsonGenerator json, Rule rule) {
        json.writeStringProperty("name", rule.name());
        json.writeStringProperty("file", "rules/" + rule.place().file());
        json.writeNumberProperty("line", rule.place().line());
        nullable(json, "requirement", about(rule));
        json.writeStringProperty("concludes", rule.word().spelling());
        strings(json, "requires", rule.all("requires"));
        nullable(json, "reading", rule.one("reading"));
        nullable(json, "from", rule.from().map(Object::toString));
        nullable(json, "until", rule.until().map(Object::toString));
        nullable(json, "says", rule.one("says"));
        strings(json, "sources", rule.all("source"));
        exercises.ifPresent(some -> {
            json.writeNumberProperty("fixturesAtLeast", some.of(rule.name()).map(Exercises.Exercise::count).orElse(0));
            strings(json, "fixtures", some.of(rule.name()).map(Exercises.Exercise::nearest).orElse(List.of()));
        });
    }

    /** What a rule is about: a requirement or a classification. */
    private static Optional<String> about(Rule rule) {
        List<String> all = rule.all("requirement").isEmpty() ? rule.all("classification") : rule.all("requirement");
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", all));
    }

    private static void source(JsonGenerator json, Source source) {
        json.writeStringProperty("id", source.id());
        json.writeStringProperty("title", source.title());
        json.writeStringProperty("publisher", source.publisher());
        nullable(json, "url", source.url());
        nullable(json, "published", source.published());
        nullable(json, "retrieved", source.retrieved());
        json.writeStringProperty("locator", source.locator());
        json.writeStringProperty("kind", source.kind());
        json.writeStringProperty("confidence", source.confidence().spelling());
        json.writeStringProperty("reviewBy", source.reviewBy().toString());
    }

    private static void table(JsonGenerator json, Table table) {
        json.writeStringProperty("type", table.type().name());
        json.writeStringProperty("file", "rules/" + table.file());
        strings(json, "columns", table.type().fields().stream().map(field -> field.name()).toList());
        json.writeNumberProperty("rows", table.rows().size());
    }

    private static void day(JsonGenerator json, Map.Entry<LocalDate, List<PolicyCalendar.Entry>> day) {
        json.writeStringProperty("day", day.getKey().toString());
        list(json, "changes", day.getValue(), change -> {
            json.writeStringProperty("what", change.what());
            json.writeStringProperty("change", change.kind().words());
            json.writeStringProperty("place", change.place());
            nullable(json, "reading", change.reading());
        });
    }

    private static <T> void list(JsonGenerator json, String name, Collection<T> items, Consumer<T> write) {
        json.writeArrayPropertyStart(name);
        items.forEach(item -> {
            json.writeStartObject();
            write.accept(item);
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static void strings(JsonGenerator json, String name, List<String> items) {
        json.writeArrayPropertyStart(name);
        items.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void nullable(JsonGenerator json, String name, Optional<String> value) {
        json.writeName(name);
        value.ifPresentOrElse(json::writeString, json::writeNull);
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        section(text, "Questions", policy.questions().values().stream().map(one -> one.id() + ": " + one.title() + ". " + one.about()).toList());
        section(text, "Requirements", policy.requirements().values().stream().map(one -> one.id() + " (" + one.combine().spelling() + "): " + one.title()).toList());
        section(text, "Rules", policy.rules().stream().map(Catalogue::line).toList());
        section(text, "Sources", policy.sources().values().stream().map(one -> one.id() + ": " + one.title() + ", " + one.publisher()
                + " (" + one.kind() + ", confidence " + one.confidence().spelling() + ", review by " + one.reviewBy() + ")" + one.url().map(url -> " " + url).orElse("")).toList());
        section(text, "Tables", policy.tables().values().stream().map(one -> one.type().name() + ": rules/" + one.file() + ", " + one.rows().size() + " rows").toList());
        section(text, "Calendar", PolicyCalendar.of(policy).days().entrySet().stream().flatMap(day -> day.getValue().stream().map(change -> day.getKey() + ": " + change.what() + " " + change.kind().words())).toList());
        return text.toString();
    }

    private static String line(Rule rule) {
        return rule.name() + " (" + rule.word().spelling() + about(rule).map(about -> " " + about).orElse("") + rule.one("reading").map(reading -> ", reading " + reading).orElse("")
                + rule.from().map(day -> ", from " + day).orElse("") + rule.until().map(day -> ", until " + day).orElse("") + ") rules/" + rule.place().file() + ":" + rule.place().line();
    }

    private static void section(StringBuilder text, String heading, List<String> lines) {
        text.append('\n').append(heading).append(" (").append(lines.size()).append(")\n");
        lines.forEach(line -> text.append("  ").append(line).append('\n'));
    }
}
