package org.imgeligibility.verdict;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.imgeligibility.verdict.VerdictDocument.Classification;
import org.imgeligibility.verdict.VerdictDocument.OtherReading;
import org.imgeligibility.verdict.VerdictDocument.Reason;
import org.imgeligibility.verdict.VerdictDocument.RequirementView;
import org.imgeligibility.verdict.VerdictDocument.Verdict;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Writes a verdict document as JSON; keys stand in a fixed order, what does not apply is left out. A set of
 * requirements that stands in several questions is written out in the first of them, a question under itself, and
 * elsewhere {@code explainedIn} names that question.
 */
public final class DocumentJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int PIECE = 1 << 14;

    private final JsonGenerator json;
    private final ReasonJson out;
    /** The question in which each set is written out. */
    private final Map<String, String> written = new HashMap<>();
    private String question;

    private DocumentJson(JsonGenerator json, Optional<Parts> parts) {
        this.json = json;
        this.out = new ReasonJson(json, parts);
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
        try (ByteArrayBuilder to = new ByteArrayBuilder(PIECE)) {
            try (JsonGenerator json = FACTORY.createGenerator(indented ? INDENTED : ObjectWriteContext.empty(), to)) {
                new DocumentJson(json, indented ? Optional.empty() : Optional.of(Parts.of(document.digest()))).document(document);
            }
            return to.toByteArray();
        }
    }

    private static final ObjectWriteContext INDENTED = new ObjectWriteContext.Base() {
        @Override
        public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }
    };

    private void document(VerdictDocument document) {
        json.writeStartObject();
        out.text("asOf", document.asOf());
        out.text("reading", document.reading());
        json.writeName("rules");
        json.writeStartObject();
        out.text("digest", document.digest());
        json.writeName("count");
        json.writeNumber(document.ruleCount());
        json.writeEndObject();
        document.applicant().ifPresent(id -> out.text("applicant", id));
        document.verdicts().forEach(verdict -> written.put(verdict.question(), verdict.question()));
        out.list("classifications", document.classifications(), this::classification);
        out.list("verdicts", document.verdicts(), this::verdict);
        out.list("calendar", document.calendar(), event -> {
            json.writeStartObject();
            out.text("day", event.day());
            out.sentence("text", event.reason());
            json.writeEndObject();
        });
        out.list("context", document.context(), reason -> out.reason("text", reason));
        json.writeEndObject();
    }

    private void classification(Classification one) {
        json.writeStartObject();
        out.text("id", one.id());
        out.text("title", one.title());
        out.text("value", one.value());
        out.text("valueTitle", one.valueTitle());
        out.text("explanation", one.explanation());
        if (!one.facts().isEmpty()) {
            out.facts(one.facts());
        }
        one.reason().ifPresent(out::basis);
        out.strings("missing", one.missing());
        json.writeEndObject();
    }

    private void verdict(Verdict verdict) {
        question = verdict.question();
        json.writeStartObject();
        out.text("question", verdict.question());
        out.text("title", verdict.title());
        out.text("topic", verdict.topic());
        out.text("outcome", verdict.outcome());
        out.text("confidence", verdict.confidence().spelling());
        verdict.weakness().ifPresent(words -> out.text("weakness", words));
        verdict.otherReading().ifPresent(this::otherReading);
        out.strings("because", verdict.because());
        out.facts(verdict.facts());
        out.strings("missing", verdict.missing());
        verdict.metFrom().ifPresent(day -> out.text("metFrom", day));
        out.list("notes", verdict.notes(), note -> out.reason("text", note));
        if (!verdict.applicability().isEmpty()) {
            out.list("notApplicableWhere", verdict.applicability(), this::requirement);
        }
        json.writeName("requirement");
        requirement(verdict.requirement());
        if (!verdict.faults().isEmpty()) {
            out.strings("faults", verdict.faults());
        }
        json.writeEndObject();
    }

    private void otherReading(OtherReading other) {
        json.writeName("otherReading");
        json.writeStartObject();
        out.text("reading", other.reading());
        out.text("outcome", other.outcome());
        if (!other.reasons().isEmpty()) {
            out.list("reasons", other.reasons(), reason -> out.reason("explanation", reason));
        }
        json.writeEndObject();
    }

    private void requirement(RequirementView view) {
        json.writeStartObject();
        out.head(new ReasonJson.Head(view.id(), view.title(), view.combine(), view.status()));
        if (view.combine().isEmpty()) {
            leaf(view);
        }
        view.metFrom().ifPresent(day -> out.text("metFrom", day));
        view.requiredBy().ifPresent(out::requiredBy);
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
            out.text("explainedIn", first);
            return;
        }
        if (!set.leftOut().isEmpty()) {
            out.list("leftOut", set.leftOut(), reason -> out.reason("explanation", reason));
        }
        out.list("children", set.children(), this::requirement);
    }

    private void leaf(RequirementView view) {
        out.text("explanation", view.explanation());
        Optional<Reason> first = view.reasons().isEmpty() ? Optional.empty() : Optional.of(view.reasons().get(0));
        first.flatMap(Reason::nextStep).ifPresent(step -> out.text("nextStep", step));
        out.facts(view.facts());
        if (!view.missing().isEmpty()) {
            out.strings("missing", view.missing());
        }
        first.ifPresent(out::basis);
        if (view.reasons().size() > 1) {
            out.list("also", view.reasons().subList(1, view.reasons().size()), reason -> out.reason("explanation", reason));
        }
    }
}
