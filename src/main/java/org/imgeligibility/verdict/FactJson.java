package org.imgeligibility.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** Writes the facts of one applicant as JSON: paths and values. */
final class FactJson {

    private final JsonGenerator json;
    private final boolean plain;
    /** By their paths, as they stand in this answer. */
    private final Map<String, Told> told = new HashMap<>();

    /** @param plain whether everything is written out anew, as for people, with blanks and lines */
    FactJson(JsonGenerator json, boolean plain) {
        this.json = json;
        this.plain = plain;
    }

    /** A fact stands in many places of one answer. */
    void fact(Map.Entry<String, Object> fact) {
        if (plain) {
            path(fact.getKey(), fact.getValue());
            return;
        }
        Told known = told.get(fact.getKey());
        if (known == null || !known.value().equals(fact.getValue())) {
            known = new Told(fact.getValue(), new SerializedString("{\"path\":" + quoted(fact.getKey()) + ",\"value\":" + quoted(fact.getValue()) + "}"));
            told.put(fact.getKey(), known);
        }
        json.writeRawValue(known.text());
    }

    private record Told(Object value, SerializableString text) {
    }

    private static String quoted(Object value) {
        if (value instanceof Boolean || value instanceof Number) {
            return value.toString();
        } else if (value instanceof List<?> items) {
            return items.stream().map(item -> quoted(item.toString())).collect(Collectors.joining(",", "[", "]"));
        }
        return OutcomesJson.quoted(value.toString());
    }

    private void path(String path, Object value) {
        json.writeStartObject();
        json.writeStringProperty("path", path);
        json.writeName("value");
        value(value);
        json.writeEndObject();
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
}
