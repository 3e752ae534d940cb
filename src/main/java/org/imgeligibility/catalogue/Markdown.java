package org.imgeligibility.catalogue;

/** Text as Markdown, and its simplest forms. */
final class Markdown {

    private Markdown() {
    }

    /** A text that shows as it is, in a table too. */
    static String text(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replaceAll("([\\\\`*_\\[\\]|])", "\\\\$1").replaceAll("\\s*\\R\\s*", " ");
    }

    static String heading(int level, String kind, String name, String title) {
        return Links.anchor(kind, name) + "\n" + "#".repeat(level) + " " + text(title) + "\n\n";
    }

    static String item(String name, String value) {
        return "- " + name + ": " + value + "\n";
    }

    static String row(Iterable<String> cells) {
        StringBuilder row = new StringBuilder("|");
        cells.forEach(cell -> row.append(' ').append(cell).append(cell.isEmpty() ? "|" : " |"));
        return row.append('\n').toString();
    }
}
