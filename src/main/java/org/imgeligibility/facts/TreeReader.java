package org.imgeligibility.facts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Reads JSON and YAML into a {@link Tree}, more strictly than either asks: a key given twice, a YAML alias or
 * tag, and more than one document are problems; nesting and size are bounded.
 */
public final class TreeReader {

    private static final int MAX_DEPTH = 40;

    private final List<Problem> problems = new ArrayList<>();

    /** A document with the problems met on the way that did not stop the reading. */
    public record Document(Tree root, List<Problem> problems) {
    }

    /** The syntax of a text, by the first thing in it: a brace or bracket begins JSON. */
    public static Document read(String text) {
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[") ? readJson(text) : readYaml(text);
    }

    public static Document readJson(String text) {
        return new TreeReader().document(text, new JsonFactory());
    }

    public static Document readYaml(String text) {
        return new TreeReader().document(text, new YAMLFactory());
    }

    private Document document(String text, TokenStreamFactory factory) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), content)) {
            if (parser.nextToken() == null) {
                throw new InputException("", "Nothing in it. Begin with {} and add what is known.");
            }
            Tree root = value(parser, "", 0);
            if (parser.nextToken() != null) {
                throw new InputException("", "Line " + line(parser) + ": more than one document. Give one a file.");
            }
            return new Document(root, problems);
        } catch (JacksonException malformed) {
            throw new InputException("", where(malformed) + reason(malformed));
        } catch (StackOverflowError | RuntimeException other) {
            throw other instanceof InputException known ? known
                    : new InputException("", "It cannot be read as JSON or YAML. Check brackets, quotes and indentation.");
        }
    }

    private Tree value(JsonParser parser, String path, int depth) {
        if (depth > MAX_DEPTH) {
            throw new InputException("", "Line " + line(parser) + ": nested more than " + MAX_DEPTH + " deep.");
        }
        refuseYamlTricks(parser, path);
        JsonToken token = parser.currentToken();
        int line = line(parser);
        return switch (token) {
            case START_OBJECT -> mapping(parser, path, depth, line);
            case START_ARRAY -> sequence(parser, path, depth, line);
            case VALUE_NULL -> new Tree.Scalar(null, line);
            case VALUE_TRUE, VALUE_FALSE -> new Tree.Scalar(token == JsonToken.VALUE_TRUE, line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Tree.Scalar(number(parser, token), line);
            default -> new Tree.Scalar(parser.getString(), line);
        };
    }

    private Tree mapping(JsonParser parser, String path, int depth, int line) {
        Map<String, Tree> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String at = path + "/" + name;
            int keyLine = line(parser);
            parser.nextToken();
            Tree entry = value(parser, at, depth + 1);
            if (entries.putIfAbsent(name, entry) != null) {
                problems.add(new Problem(at, "given twice (again on line " + keyLine + "). Keep one."));
            }
        }
        return new Tree.Mapping(entries, line);
    }

    private Tree sequence(JsonParser parser, String path, int depth, int line) {
        List<Tree> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, path + "/" + items.size(), depth + 1));
        }
        return new Tree.Sequence(items, line);
    }

    private void refuseYamlTricks(JsonParser parser, String path) {
        if (parser.canReadObjectId() && parser.getObjectId() != null) {
            problems.add(new Problem(path, "a YAML anchor or alias is not accepted. Write the value out."));
        }
        if (parser.canReadTypeId() && parser.getTypeId() != null) {
            problems.add(new Problem(path, "a YAML tag is not accepted. Write the plain value."));
        }
    }

    private static Object number(JsonParser parser, JsonToken token) {
        BigDecimal exact = parser.getDecimalValue();
        boolean whole = token == JsonToken.VALUE_NUMBER_INT && exact.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0;
        return whole ? (Object) exact.intValue() : exact;
    }

    private static int line(JsonParser parser) {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    private static String where(JacksonException malformed) {
        return malformed.getLocation() == null || malformed.getLocation().getLineNr() < 1 ? ""
                : "Line " + malformed.getLocation().getLineNr() + ", column " + malformed.getLocation().getColumnNr() + ": ";
    }

    private static String reason(JacksonException malformed) {
        String first = malformed.getOriginalMessage().lines().findFirst().orElse("").replaceAll(" ?\\(.*", "").strip();
        return (first.isEmpty() ? "not well-formed" : first) + ". Check brackets, quotes, commas and indentation.";
    }
}
