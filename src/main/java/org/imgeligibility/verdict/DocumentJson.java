package org.imgeligibility.verdict;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.imgeligibility.rulebase.Source;
import org.imgeligibility.verdict.VerdictDocument.Classification;
import org.imgeligibility.verdict.VerdictDocument.OtherReading;
import org.imgeligibility.verdict.VerdictDocument.Reason;
import org.imgeligibility.verdict.VerdictDocument.RequirementView;
import org.imgeligibility.verdict.VerdictDocument.RuleView;
import org.imgeligibility.verdict.VerdictDocument.Verdict;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Writes a verdict document as JSON; keys stand in a fixed order, what does not apply is left out. A set of
 * requirements that stands in several questions is written out in the first of them, a question under itself, and
 * elsewhere {@code explainedIn} names that question.
 */
public final class DocumentJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    /** Room for most answers to every question. */
    private static final int USUAL = 3 << 19;
    private static final Parts PARTS = new Parts();
    /** Folder that rule paths in answers begin with, as an editor knows it. */
    private static final String RULES = "rules/";

    private final JsonGenerator json;
    /** The question in which each set is written out. */
    private final Map<String, String> written = new HashMap<>();
    private String question;

    private final boolean indented;

    private DocumentJson(JsonGenerator json, boolean indented) {
        this.json = json;
        this.indented = indented;
    }

    /** The document as text, on one line or indented for people. */
    public static String of(VerdictDocument document, boolean indented) {
        return new String(bytes(document, indented), StandardCharsets.UTF_8);
    }

    /** The document on one line, in UTF-8. */
    public static byte[] bytes(VerdictDocument document) {
        return bytes(document, false);
    }

    private static byte[] bytes(VerdictDocument document, boolean indented) {
        ByteArrayOutputStream to = new ByteArrayOutputStream(document.verdicts().size() > 1 ? USUAL : 1 << 14);
        try (JsonGenerator json = FACTORY.createGenerator(indented ? INDENTED : ObjectWriteContext.empty(), to)) {
            new DocumentJson(json, indented).document(document);
        }
        return to.toByteArray();
    }

    private static final ObjectWriteContext INDENTED = new ObjectWriteContext.Base() {
        @Override
        public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }
    };

    private void document(VerdictDocument document) {
        json.writeStartObject();
        text("asOf", document.asOf());
        text("reading", document.reading());
        json.writeName("rules");
        json.writeStartObject();
        text("digest", document.digest());
        json.writeName("count");
        json.writeNumber(document.ruleCount());
        json.writeEndObject();
        document.applicant().ifPresent(id -> text("applicant", id));
        document.verdicts().forEach(verdict -> written.put(verdict.question(), verdict.question()));
        list("classifications", document.classifications(), this::classification);
        list("verdicts", document.verdicts(), this::verdict);
        list("calendar", document.calendar(), event -> {
            json.writeStartObject();
            text("day", event.day());
            sentence("text", event.reason());
            json.writeEndObject();
        });
        list("context", document.context(), reason -> reason("text", reason));
        json.writeEndObject();
    }

    private void classification(Classification one) {
        json.writeStartObject();
        text("id", one.id());
        text("title", one.title());
        text("value", one.value());
        text("valueTitle", one.valueTitle());
        text("explanation", one.explanation());
        if (!one.facts().isEmpty()) {
            facts(one.facts());
        }
        one.reason().ifPresent(reason -> {
            rule("rule", reason.rule());
            sources(reason.sources());
        });
        strings("missing", one.missing());
        json.writeEndObject();
    }

    private void verdict(Verdict verdict) {
        question = verdict.question();
        json.writeStartObject();
        text("question", verdict.question());
        text("title", verdict.title());
        text("topic", verdict.topic());
        text("outcome", verdict.outcome());
        text("confidence", verdict.confidence().spelling());
        verdict.weakness().ifPresent(words -> text("weakness", words));
        verdict.otherReading().ifPresent(this::otherReading);
        strings("because", verdict.because());
        facts(verdict.facts());
        strings("missing", verdict.missing());
        verdict.metFrom().ifPresent(day -> text("metFrom", day));
        list("notes", verdict.notes(), note -> reason("text", note));
        if (!verdict.applicability().isEmpty()) {
            list("notApplicableWhere", verdict.applicability(), this::requirement);
        }
        json.writeName("requirement");
        requirement(verdict.requirement());
        if (!verdict.faults().isEmpty()) {
            strings("faults", verdict.faults());
        }
        json.writeEndObject();
    }

    private void otherReading(OtherReading other) {
        json.writeName("otherReading");
        json.writeStartObject();
        text("reading", other.reading());
        text("outcome", other.outcome());
        if (!other.reasons().isEmpty()) {
            list("reasons", other.reasons(), reason -> reason("explanation", reason));
        }
        json.writeEndObject();
    }

    private void requirement(RequirementView view) {
        json.writeStartObject();
        text("id", view.id());
        text("title", view.title());
        view.combine().ifPresent(combine -> text("combine", combine));
        text("status", view.status());
        if (view.combine().isEmpty()) {
            leaf(view);
        }
        view.metFrom().ifPresent(day -> text("metFrom", day));
        view.requiredBy().ifPresent(by -> {
            rule("requiredBy", by.rule());
            source("requiredBySource", by.source());
        });
        view.askedOf().ifPresent(open -> {
            json.writeName("askedUnless");
            requirement(open);
        });
        if (view.combine().isPresent()) {
            members(view);
        }
        json.writeEndObject();
    }

    private void members(RequirementView set) {
        String first = written.putIfAbsent(set.id(), question);
        if (first != null && !set.id().equals(question)) {
            text("explainedIn", first);
            return;
        }
        if (!set.leftOut().isEmpty()) {
            list("leftOut", set.leftOut(), reason -> reason("explanation", reason));
        }
        list("children", set.children(), this::requirement);
    }

    private void leaf(RequirementView view) {
        text("explanation", view.explanation());
        Optional<Reason> first = view.reasons().isEmpty() ? Optional.empty() : Optional.of(view.reasons().get(0));
        first.flatMap(Reason::nextStep).ifPresent(step -> text("nextStep", step));
        facts(view.facts());
        if (!view.missing().isEmpty()) {
            strings("missing", view.missing());
        }
        first.ifPresent(reason -> {
            rule("rule", reason.rule());
            sources(reason.sources());
        });
        if (view.reasons().size() > 1) {
            list("also", view.reasons().subList(1, view.reasons().size()), reason -> reason("explanation", reason));
        }
    }

    private void reason(String name, Reason reason) {
        json.writeStartObject();
        sentence(name, reason);
        json.writeEndObject();
    }

    private void sentence(String name, Reason reason) {
        text(name, reason.explanation());
        reason.nextStep().ifPresent(step -> text("nextStep", step));
        rule("rule", reason.rule());
        sources(reason.sources());
    }

    private void facts(Map<String, Object> facts) {
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

    private void rule(String name, RuleView view) {
        json.writeName(name);
        part(new Cited(view.rule().name(), view.rule().place().file(), view.rule().place().line(), view.from(), view.until()), DocumentJson::cited);
    }

    /** All that is said of a rule; the rule itself takes long to compare with one of an edited folder. */
    private record Cited(String name, String file, int line, Optional<LocalDate> from, Optional<LocalDate> until) {
    }

    /** Parts that stand in every answer alike are written out once. */
    private <T> void part(T part, BiConsumer<DocumentJson, T> write) {
        if (indented) {
            write.accept(this, part);
        } else {
            json.writeRawValue(PARTS.of(part, () -> written(part, write)));
        }
    }

    private static <T> String written(T part, BiConsumer<DocumentJson, T> write) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write.accept(new DocumentJson(json, false), part);
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

    private void sources(List<Source> sources) {
        if (!sources.isEmpty()) {
            source("source", sources.get(0));
        }
        if (sources.size() > 1) {
            list("furtherSources", sources.subList(1, sources.size()), further -> part(further, DocumentJson::source));
        }
    }

    private void source(String name, Source source) {
        json.writeName(name);
        part(source, DocumentJson::source);
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

    private void text(String name, Object value) {
        json.writeStringProperty(name, value.toString());
    }

    private void strings(String name, Collection<String> items) {
        list(name, items, json::writeString);
    }

    private <T> void list(String name, Collection<T> items, java.util.function.Consumer<T> write) {
        json.writeName(name);
        json.writeStartArray();
        items.forEach(write);
        json.writeEndArray();
    }
}
