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
import org.imgeligibility.verdict.VerdictDocument.RuleView;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes what conclusions rest on as JSON: sentences with the facts, rules and sources behind them. */
final class ReasonJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Parts PARTS = new Parts();
    /** Folder that rule paths in answers begin with, as an editor knows it. */
    private static final String RULES = "rules/";

    private final JsonGenerator json;
    private final boolean indented;

    ReasonJson(JsonGenerator json, boolean indented) {
        this.json = json;
        this.indented = indented;
    }

    void reason(String name, Reason reason) {
        json.writeStartObject();
        sentence(name, reason);
        json.writeEndObject();
    }

    void sentence(String name, Reason reason) {
        text(name, reason.explanation());
        reason.nextStep().ifPresent(step -> text("nextStep", step));
        rule("rule", reason.rule());
        sources(reason.sources());
    }

    void facts(Map<String, Object> facts) {
        list("facts", facts.entrySet(), fact -> {
            json.writeStartObject();
            text("path", fact.getKey());
            json.writeName("value");
            value(fact.getValue());
            json.writeEndObject();
        });
    }

    private void value(Object value) {
        if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof List<?> items) {
            json.writeStartArray();
            items.forEach(item -> json.writeString(item.toString()));
            json.writeEndArray();
        } else {
            json.writeString(value.toString());
        }
    }

    void rule(String name, RuleView view) {
        json.writeName(name);
        part(new Cited(view.rule().name(), view.rule().place().file(), view.rule().place().line(), view.from(), view.until()), ReasonJson::cited);
    }

    /** All that is said of a rule; the rule itself takes long to compare with one of an edited folder. */
    private record Cited(String name, String file, int line, Optional<LocalDate> from, Optional<LocalDate> until) {
    }

    /** Parts that stand in every answer alike are written out once. */
    private <T> void part(T part, BiConsumer<ReasonJson, T> write) {
        if (indented) {
            write.accept(this, part);
        } else {
            json.writeRawValue(PARTS.of(part, () -> written(part, write)));
        }
    }

    private static <T> String written(T part, BiConsumer<ReasonJson, T> write) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write.accept(new ReasonJson(json, false), part);
        }
        return text.toString();
    }

    private void cited(Cited rule) {
        json.writeStartObject();
        text("name", rule.name());
        text("file", RULES + rule.file());
        json.writeName("line");
        json.writeNumber(rule.line());
        day("from", rule.from());
        day("until", rule.until());
        json.writeEndObject();
    }

    void sources(List<Source> sources) {
        if (!sources.isEmpty()) {
            source("source", sources.get(0));
        }
        if (sources.size() > 1) {
            list("furtherSources", sources.subList(1, sources.size()), further -> part(further, ReasonJson::source));
        }
    }

    void source(String name, Source source) {
        json.writeName(name);
        part(source, ReasonJson::source);
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
