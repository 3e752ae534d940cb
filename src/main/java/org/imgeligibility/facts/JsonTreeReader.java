package org.imgeligibility.facts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON token by token, so that a key given twice does not end the reading. */
final class JsonTreeReader {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final String text;
    private final boolean severalLines;
    private final List<Problem> problems = new ArrayList<>();
    /** Names and positions that lead to the value being read. */
    private final Deque<String> path = new ArrayDeque<>();

    JsonTreeReader(String text) {
        this.text = text;
        this.severalLines = text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }

    TreeReader.Document document() {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                throw TreeReader.nothing();
            }
            Tree root = value(parser, 0);
            if (parser.nextToken() != null) {
                throw TreeReader.severalDocuments(line(parser));
            }
            return new TreeReader.Document(root, problems);
        } catch (JacksonException malformed) {
            throw new InputException("", where(malformed) + reason(malformed));
        }
    }

    private Tree value(JsonParser parser, int depth) {
        JsonToken token = parser.currentToken();
        int line = line(parser);
        if (depth > TreeReader.MAX_DEPTH) {
            throw TreeReader.tooDeep(line);
        }
        return switch (token) {
            case START_OBJECT -> mapping(parser, depth, line);
            case START_ARRAY -> sequence(parser, depth, line);
            case VALUE_NULL -> new Tree.Scalar(null, line);
            case VALUE_TRUE, VALUE_FALSE -> new Tree.Scalar(token == JsonToken.VALUE_TRUE, line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Tree.Scalar(number(parser, token), line);
            default -> new Tree.Scalar(parser.getString(), line);
        };
    }

    private Tree mapping(JsonParser parser, int depth, int line) {
        Map<String, Tree> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int again = entries.containsKey(name) ? line(parser) : 0;
            parser.nextToken();
            path.addLast(name);
            Tree entry = value(parser, depth + 1);
            if (again > 0) {
                problems.add(TreeReader.twice("/" + String.join("/", path), again));
            } else {
                entries.put(name, entry);
            }
            path.removeLast();
        }
        return new Tree.Mapping(entries, line);
    }

    private Tree sequence(JsonParser parser, int depth, int line) {
        List<Tree> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            path.addLast(String.valueOf(items.size()));
            items.add(value(parser, depth + 1));
            path.removeLast();
        }
        return new Tree.Sequence(items, line);
    }

    private static Object number(JsonParser parser, JsonToken token) {
        boolean whole = token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() == JsonParser.NumberType.INT
                && Math.abs((long) parser.getIntValue()) < Integer.MAX_VALUE;
        return whole ? (Object) parser.getIntValue() : parser.getDecimalValue();
    }

    private int line(JsonParser parser) {
        return severalLines ? Math.max(1, parser.currentTokenLocation().getLineNr()) : 1;
    }

    private static String where(JacksonException malformed) {
        return malformed.getLocation() == null || malformed.getLocation().getLineNr() < 1 ? ""
                : "Line " + malformed.getLocation().getLineNr() + ", column " + malformed.getLocation().getColumnNr() + ": ";
    }

    private static String reason(JacksonException malformed) {
        if (malformed instanceof StreamConstraintsException) {
            return "A number or a name is too long to be meant.";
        }
        String first = malformed.getOriginalMessage().lines().findFirst().orElse("").replaceAll("(: (was expecting|enable|maybe|expected)| \\().*", "").strip();
        return (first.isEmpty() ? "Not well-formed" : first) + ". Check brackets, quotes, commas and indentation.";
    }
}
