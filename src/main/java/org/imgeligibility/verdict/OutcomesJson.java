package org.imgeligibility.verdict;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Writes bare outcomes on one line of JSON: {@code {"applicant":"a","outcomes":{"question":"ELIGIBLE"}}}. What it says
 * of a question is the same for every applicant with that outcome, and written once. Safe for use by many threads.
 */
public final class OutcomesJson {

    private static final int LENGTH = 4096;
    private static final byte[] END = bytes("}}\n");

    private final Map<String, byte[][]> answers = new HashMap<>();

    /** @param questions all that can be answered */
    public OutcomesJson(Iterable<String> questions) {
        for (String question : questions) {
            byte[][] each = new byte[Outcome.values().length][];
            for (Outcome outcome : Outcome.values()) {
                each[outcome.ordinal()] = bytes(quoted(question) + ":" + quoted(outcome.name()));
            }
            answers.put(question, each);
        }
    }

    /** The line, with its end. */
    public byte[] line(Outcomes outcomes) {
        ByteArrayOutputStream json = new ByteArrayOutputStream(LENGTH);
        json.writeBytes(bytes(outcomes.applicant().map(id -> "{\"applicant\":" + quoted(id) + ",\"outcomes\":{").orElse("{\"outcomes\":{")));
        boolean[] more = new boolean[1];
        outcomes.byQuestion().forEach((question, outcome) -> {
            if (more[0]) {
                json.write(',');
            }
            more[0] = true;
            json.writeBytes(answers.get(question)[outcome.ordinal()]);
        });
        json.writeBytes(END);
        return json.toByteArray();
    }

    /** A text as JSON. */
    static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
