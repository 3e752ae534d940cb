package org.imgeligibility.verdict;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.imgeligibility.rulebase.Source;
import org.imgeligibility.verdict.VerdictDocument.Reason;
import org.imgeligibility.verdict.VerdictDocument.RequiredBy;
import org.imgeligibility.verdict.VerdictDocument.RuleView;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes what conclusions rest on as JSON: sentences with the facts, rules and sources behind them. */
final class ReasonJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    /** Folder that rule paths in answers begin with, as an editor knows it. */
    private static final String RULES = "rules/";

    private final JsonGenerator json;
    private final Optional<Parts> parts;
    private final FactJson told;

    /** @param parts what is written already; empty where everything is written out anew, as for people, with blanks and lines */
    ReasonJson(JsonGenerator json, Optional<Parts> parts) {
        this.json = json;
        this.parts = parts;
        this.told = new FactJson(json, parts.isEmpty());
    }

    void reason(String name, Reason reason) {
        json.writeStartObject();
        sentence(name, reason);
        json.writeEndObject();
    }

    void sentence(String name, Reason reason) {
        text(name, reason.explanation());
        reason.nextStep().ifPresent(step -> text("nextStep", step));
        basis(reason);
    }

    /** The rule of a conclusion and its sources. */
    void basis(Reason reason) {
        properties(new Basis(reason.rule(), reason.sources()), Basis::write);
    }

    private record Basis(RuleView rule, List<Source> sources) {

        private static void write(ReasonJson out, Basis basis) {
            out.rule("rule", basis.rule());
            out.sources(basis.sources());
        }
    }

    void requiredBy(RequiredBy by) {
        properties(by, (out, one) -> {
            out.rule("requiredBy", one.rule());
            out.source("requiredBySource", one.source());
        });
    }

    /** What is the same of a requirement in every answer in which it has this status. */
    record Head(String id, String title, Optional<String> combine, Status status) {

        /** By what tells nearly all apart. */
        @Override
        public int hashCode() {
            return id.hashCode() + status.ordinal();
        }

        private static void write(ReasonJson out, Head head) {
            out.text("id", head.id());
            out.text("title", head.title());
            head.combine().ifPresent(combine -> out.text("combine", combine));
            out.text("status", head.status());
        }
    }

    void head(Head head) {
        properties(head, Head::write);
    }

    /** Properties that are the same in every answer in which this part stands, so that they are written out once. */
    private <T> void properties(T part, BiConsumer<ReasonJson, T> write) {
        if (parts.isEmpty()) {
            write.accept(this, part);
            return;
        }
        Parts.Properties known = parts.get().of(part, () -> written(out -> {
            out.json.writeStartObject();
            write.accept(out, part);
            out.json.writeEndObject();
        }));
        json.writeName(known.name());
        json.writeRawValue(known.rest());
    }

    private static String written(Consumer<ReasonJson> write) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write.accept(new ReasonJson(json, Optional.empty()));
        }
        return text.toString();
    }

    void facts(Map<String, Object> facts) {
        list("facts", facts.entrySet(), told::fact);
    }

    private void rule(String name, RuleView rule) {
        json.writeName(name);
        json.writeStartObject();
        text("name", rule.name());
        text("file", RULES + rule.place().file());
        json.writeName("line");
        json.writeNumber(rule.place().line());
        day("from", rule.from());
        day("until", rule.until());
        json.writeEndObject();
    }

    private void sources(List<Source> sources) {
        if (!sources.isEmpty()) {
            source("source", sources.get(0));
        }
        if (sources.size() > 1) {
            list("furtherSources", sources.subList(1, sources.size()), this::source);
        }
    }

    private void source(String name, Source source) {
        json.writeName(name);
        source(source);
    }

    private void source(Source source) {
        json.writeStartObject();
        text("id", source.id());
        text("title", source.title());
        text("publisher", source.publisher());
        source.url().ifPresent(url -> text("url", url));
        source.published().ifPresent(day -> text("published", day));
        text("locator", source.locator());
        text("kind", source.kind());
        text("confidence", source.confidence().spelling());
        json.writeEndObject();
    }

    private void day(String name, Optional<LocalDate> day) {
        json.writeName(name);
        day.ifPresentOrElse(known -> json.writeString(known.toString()), json::writeNull);
    }

    void text(String name, Object value) {
        json.writeStringProperty(name, value.toString());
    }

    void strings(String name, Collection<String> items) {
        list(name, items, json::writeString);
    }

    <T> void list(String name, Collection<T> items, Consumer<T> write) {
        json.writeName(name);
        json.writeStartArray();
        items.forEach(write);
        json.writeEndArray();
    }
}
