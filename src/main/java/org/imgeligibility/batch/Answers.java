package org.imgeligibility.batch;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.verdict.DocumentJson;
import org.imgeligibility.verdict.Outcome;
import org.imgeligibility.verdict.Outcomes;
import org.imgeligibility.verdict.OutcomesJson;
import org.imgeligibility.verdict.VerdictDocument;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Answers lines: by whole documents, or by bare outcomes. Safe for use by many threads. */
public final class Answers {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Evaluator evaluator;
    private final Request request;
    private final boolean outcomesOnly;
    private final OutcomesJson outcomesJson;

    /** @throws InputException where the request cannot be answered for anybody */
    public Answers(Evaluator evaluator, Request request, boolean outcomesOnly) {
        this.evaluator = evaluator;
        this.request = request;
        this.outcomesOnly = outcomesOnly;
        this.outcomesJson = new OutcomesJson(evaluator.policy().questions().keySet());
        evaluator.outcomes("{}", request);
    }

    /**
     * The answer to one line.
     *
     * @param text     a line of JSON with its end
     * @param outcomes by question; none where the line could not be read, of which the text tells
     */
    public record Answer(byte[] text, Optional<Map<String, Outcome>> outcomes) {
    }

    /** How many lines are worth handing to a thread together; a document is some hundred times as long as outcomes. */
    int atOnce() {
        return outcomesOnly ? 32 : 1;
    }

    public Answer to(Line line) {
        try {
            String applicant = line.applicant();
            return outcomesOnly ? outcomes(applicant) : document(applicant);
        } catch (InputException refused) {
            return new Answer(bytes(error(line.number(), refused)), Optional.empty());
        }
    }

    private Answer outcomes(String applicant) {
        Outcomes outcomes = evaluator.outcomes(applicant, request);
        return new Answer(outcomesJson.line(outcomes), Optional.of(outcomes.byQuestion()));
    }

    private Answer document(String applicant) {
        VerdictDocument document = evaluator.evaluate(applicant, request);
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        document.verdicts().forEach(verdict -> outcomes.put(verdict.question(), verdict.outcome()));
        return new Answer(line(DocumentJson.bytes(document)), Optional.of(outcomes));
    }

    private static byte[] bytes(String line) {
        return line(line.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] line(byte[] text) {
        byte[] line = Arrays.copyOf(text, text.length + 1);
        line[text.length] = '\n';
        return line;
    }

    private static String error(long line, InputException refused) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty(ERROR, line);
            json.writeStringProperty("error", refused.problems().stream().map(Problem::toString).collect(Collectors.joining(" ")));
            json.writeEndObject();
        }
        return text.toString();
    }

    /** The key that a line about an error begins with, and no other line. */
    static final String ERROR = "line";
}
