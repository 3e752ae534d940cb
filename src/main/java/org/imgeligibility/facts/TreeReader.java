package org.imgeligibility.facts;

import java.util.List;

/**
 * Reads JSON and YAML into a {@link Tree}, more strictly than either asks: a key given twice, a YAML anchor, alias
 * or tag, and more than one document are problems; nesting is bounded.
 */
public final class TreeReader {

    static final int MAX_DEPTH = 40;

    private TreeReader() {
    }

    /** A document with the problems met on the way that did not stop the reading. */
    public record Document(Tree root, List<Problem> problems) {
    }

    /**
     * Reads by the first thing in the text: a brace or bracket begins JSON, anything else YAML.
     *
     * @throws InputException when it is neither
     */
    public static Document read(String text) {
        String content = withoutMark(text);
        String start = content.stripLeading();
        return start.startsWith("{") || start.startsWith("[") ? readJson(content) : readYaml(content);
    }

    public static Document readJson(String text) {
        return new JsonTreeReader(withoutMark(text)).document();
    }

    public static Document readYaml(String text) {
        return new YamlTreeReader(withoutMark(text)).document();
    }

    /** The text without the byte order mark that some editors put before it. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    static InputException nothing() {
        return new InputException("", "Nothing in it. Begin with {} and add what is known.");
    }

    static InputException severalDocuments(int line) {
        return new InputException("", "Line " + line + ": more than one document. Give one a file.");
    }

    static InputException tooDeep(int line) {
        return new InputException("", "Line " + line + ": nested more than " + MAX_DEPTH + " deep.");
    }

    static Problem twice(String path, int line) {
        return new Problem(Problem.readable(path), "given twice (again on line " + line + "). Keep one.");
    }
}
