package org.imgeligibility.catalogue;

import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
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

/** Lists a policy as JSON, Markdown or plain text. */
public final class Catalogue {

    private final Policy policy;

    public Catalogue(Policy policy) {
        this.policy = policy;
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

    private static void rule(JsonGenerator json, Rule rule) {
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

    public String markdown() {
        return listing("# The catalogue of the policy\n", "\n## ", "- ");
    }

    public String text() {
        return listing("", "\n", "  ");
    }

    private String listing(String title, String heading, String item) {
        StringBuilder text = new StringBuilder(title);
        section(text, heading + "Questions", item, policy.questions().values().stream().map(one -> one.id() + ": " + one.title() + ". " + one.about()).toList());
        section(text, heading + "Requirements", item, policy.requirements().values().stream().map(one -> one.id() + " (" + one.combine().spelling() + "): " + one.title()).toList());
        section(text, heading + "Rules", item, policy.rules().stream().map(Catalogue::line).toList());
        section(text, heading + "Sources", item, policy.sources().values().stream().map(one -> one.id() + ": " + one.title() + ", " + one.publisher()
                + " (" + one.kind() + ", confidence " + one.confidence().spelling() + ", review by " + one.reviewBy() + ")" + one.url().map(url -> " " + url).orElse("")).toList());
        section(text, heading + "Tables", item, policy.tables().values().stream().map(one -> one.type().name() + ": rules/" + one.file() + ", " + one.rows().size() + " rows").toList());
        return text.toString();
    }

    private static String line(Rule rule) {
        return rule.name() + " (" + rule.word().spelling() + about(rule).map(about -> " " + about).orElse("") + rule.one("reading").map(reading -> ", reading " + reading).orElse("")
                + rule.from().map(day -> ", from " + day).orElse("") + rule.until().map(day -> ", until " + day).orElse("") + ") rules/" + rule.place().file() + ":" + rule.place().line();
    }

    private static void section(StringBuilder text, String heading, String item, List<String> lines) {
        text.append(heading).append(" (").append(lines.size()).append(")\n");
        lines.forEach(line -> text.append(item).append(line).append('\n'));
    }
}
