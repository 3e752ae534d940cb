package org.imgeligibility.verdict;

import tools.jackson.core.io.JsonStringEncoder;

/** Writes bare outcomes on one line of JSON: {@code {"applicant":"a","outcomes":{"question":"ELIGIBLE"}}}. */
public final class OutcomesJson {

    private static final int LENGTH = 4096;

    private OutcomesJson() {
    }

    public static String of(Outcomes outcomes) {
        StringBuilder json = new StringBuilder(LENGTH).append('{');
        outcomes.applicant().ifPresent(id -> text(text(json, "applicant").append(':'), id).append(','));
        text(json, "outcomes").append(":{");
        outcomes.byQuestion().forEach((question, outcome) -> text(text(json, question).append(':'), outcome).append(','));
        if (!outcomes.byQuestion().isEmpty()) {
            json.setLength(json.length() - 1);
        }
        return json.append("}}").toString();
    }

    private static StringBuilder text(StringBuilder json, String text) {
        json.append('"');
        if (isPlain(text)) {
            json.append(text);
        } else {
            JsonStringEncoder.getInstance().quoteAsString(text, json);
        }
        return json.append('"');
    }

    /** Whether nothing in it needs escaping, as in nearly all ids. */
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign < ' ' || sign == '"' || sign == '\\') {
                return false;
            }
        }
        return true;
    }
}
