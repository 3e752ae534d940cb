package org.imgeligibility.batch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.verdict.Outcome;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The lines that an interrupted run left. */
final class Earlier {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int LONGEST = 1 << 28;

    private final Path partial;

    Earlier(Path partial) {
        this.partial = partial;
    }

    /** Counts the whole lines and cuts off what follows the last. */
    Totals cutOff(FileChannel channel) throws IOException {
        Totals totals = new Totals();
        try (Lines lines = new Lines(Files.newInputStream(partial), LONGEST)) {
            long whole = 0;
            for (Optional<Line> line = lines.next(); line.isPresent() && lines.wholeBytes() > whole; line = lines.next()) {
                whole = lines.wholeBytes();
                totals.add(read(line.get()));
            }
            channel.truncate(whole);
        }
        return totals;
    }

    private Optional<Map<String, Outcome>> read(Line line) {
        try {
            return outcomes(line.text());
        } catch (JacksonException | IllegalArgumentException broken) {
            throw new InputException(partial.toString(), "line " + line.number() + " is not as it was written, so that it cannot be gone on with. Delete the file to begin anew.");
        }
    }

    /** The outcomes that an answer tells, of whichever form; none where it tells of an error. */
    private static Optional<Map<String, Outcome>> outcomes(byte[] answer) {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), new ByteArrayInputStream(answer))) {
            Map<String, Outcome> outcomes = new HashMap<>();
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals(Answers.ERROR)) {
                    return Optional.empty();
                } else if (name.equals("outcomes")) {
                    readOutcomes(json, outcomes);
                } else if (name.equals("verdicts")) {
                    readVerdicts(json, outcomes);
                }
                json.skipChildren();
            }
            return Optional.of(outcomes);
        }
    }

    private static void readOutcomes(JsonParser json, Map<String, Outcome> outcomes) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String question = json.currentName();
            json.nextToken();
            outcomes.put(question, Outcome.valueOf(String.valueOf(json.getString())));
        }
    }

    private static void readVerdicts(JsonParser json, Map<String, Outcome> outcomes) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            Map<String, String> texts = new HashMap<>();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                if (json.nextToken() == JsonToken.VALUE_STRING) {
                    texts.put(name, json.getString());
                }
                json.skipChildren();
            }
            outcomes.put(texts.get("question"), Outcome.valueOf(String.valueOf(texts.get("outcome"))));
        }
    }
}
