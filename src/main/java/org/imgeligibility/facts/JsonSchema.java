package org.imgeligibility.facts;

import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes the JSON Schema (2020-12) of the applicant file from the vocabulary. */
public final class JsonSchema {

    private final JsonGenerator json;

    private JsonSchema(JsonGenerator json) {
        this.json = json;
    }

    public static String of(Vocabulary vocabulary) {
        StringWriter text = new StringWriter();
        ObjectWriteContext indented = new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter();
            }
        };
        try (JsonGenerator json = new JsonFactory().createGenerator(indented, text)) {
            new JsonSchema(json).file(vocabulary);
        }
        return text.toString();
    }

    private void file(Vocabulary vocabulary) {
        object(() -> {
            json.writeStringProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.writeStringProperty("title", "Applicant file");
            json.writeStringProperty("description", "Every field is optional; absent or null means not known.");
            json.writeStringProperty("type", "object");
            json.writeName("properties");
            object(() -> {
                Vocabulary.FREE_TEXT.forEach(name -> property(name, "Free text that no rule reads.", () -> nullable("string")));
                vocabulary.sections().forEach(section -> property(section.name(), section.title(), () -> section(section)));
            });
            json.writeBooleanProperty("additionalProperties", false);
        });
    }

    private void section(Section section) {
        if (section.key().isEmpty()) {
            nullable("object");
            fields(section);
            return;
        }
        nullable("array");
        json.writeName("items");
        object(() -> {
            json.writeStringProperty("type", "object");
            fields(section);
            strings("required", List.of(section.key().get().name()));
        });
    }

    private void fields(Section section) {
        json.writeName("properties");
        object(() -> section.fields().forEach(field -> property(field.name(), description(field),
                () -> type(field.type(), section.key().filter(field::equals).isEmpty()))));
        json.writeBooleanProperty("additionalProperties", false);
    }

    private static String description(Field field) {
        String help = field.help().isEmpty() ? "" : ". " + field.help();
        return field.label() + help + (field.absentMeansNone() ? ". Leaving it out says that there is none." : "");
    }

    private void property(String name, String description, Runnable content) {
        json.writeName(name);
        object(() -> {
            content.run();
            json.writeStringProperty("description", description);
        });
    }

    private void type(FieldType type, boolean nullable) {
        if (type instanceof FieldType.OneOf choices) {
            choice(choices, nullable);
        } else if (type instanceof FieldType.ListOf list) {
            nullable("array");
            json.writeBooleanProperty("uniqueItems", true);
            json.writeName("items");
            object(() -> choice(list.of(), false));
        } else if (type instanceof FieldType.Day) {
            nullable("string");
            json.writeStringProperty("format", "date");
        } else if (type instanceof FieldType.WholeNumber number) {
            nullable("integer");
            range(number.min(), number.max());
        } else if (type instanceof FieldType.Decimal number) {
            nullable("number");
            range(number.min(), number.max());
        } else {
            nullable(type instanceof FieldType.Flag ? "boolean" : "string");
        }
    }

    private void choice(FieldType.OneOf choices, boolean nullable) {
        json.writeName("enum");
        json.writeStartArray();
        choices.choices().forEach(choice -> json.writeString(choice.id()));
        if (nullable) {
            json.writeNull();
        }
        json.writeEndArray();
    }

    private void range(Integer min, Integer max) {
        if (min != null) {
            json.writeNumberProperty("minimum", min);
        }
        if (max != null) {
            json.writeNumberProperty("maximum", max);
        }
    }

    private void nullable(String type) {
        strings("type", List.of(type, "null"));
    }

    private void strings(String name, List<String> values) {
        json.writeName(name);
        json.writeStartArray();
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private void object(Runnable content) {
        json.writeStartObject();
        content.run();
        json.writeEndObject();
    }
}
