package org.imgeligibility.verdict;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes bare outcomes on one line of JSON: {@code {"applicant":"a","outcomes":{"question":"ELIGIBLE"}}}. */
public final class OutcomesJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private OutcomesJson() {
    }

    public static String of(Outcomes outcomes) {
        StringWriter text = new StringWriter(4096);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            outcomes.applicant().ifPresent(id -> json.writeStringProperty("applicant", id));
            json.writeName("outcomes");
            json.writeStartObject();
            outcomes.byQuestion().forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }
}
