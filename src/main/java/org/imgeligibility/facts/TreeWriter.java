package org.imgeligibility.facts;

import java.io.StringWriter;
import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes a {@link Tree} as JSON, which is read many times faster than the YAML it may have come from. */
public final class TreeWriter {

    private TreeWriter() {
    }

    public static String json(Tree tree) {
        return written(tree, ObjectWriteContext.empty());
    }

    /** The same over several lines, for people. */
    public static String indented(Tree tree) {
        return written(tree, new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter();
            }
        }) + "\n";
    }

    private static String written(Tree tree, ObjectWriteContext context) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(context, text)) {
            write(json, tree);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Tree tree) {
        if (tree instanceof Tree.Mapping mapping) {
            json.writeStartObject();
            mapping.entries().forEach((name, entry) -> {
                json.writeName(name);
                write(json, entry);
            });
            json.writeEndObject();
        } else if (tree instanceof Tree.Sequence sequence) {
            json.writeStartArray();
            sequence.items().forEach(item -> write(json, item));
            json.writeEndArray();
        } else if (tree instanceof Tree.Scalar scalar) {
            value(json, scalar.value());
        }
    }

    private static void value(JsonGenerator json, Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else {
            json.writeString(value.toString());
        }
    }
}
