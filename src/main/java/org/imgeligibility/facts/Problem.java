package org.imgeligibility.facts;

/**
 * One thing wrong with what was given.
 *
 * @param path where: a JSON path with list positions ({@code /exams/2/outcome}), a file with its line, or empty for the whole
 * @param message what is wrong with which value, and a way out
 * @param check the lint id of its kind ({@code unknown-source}), or empty where its file alone says what kind it is
 */
public record Problem(String path, String message, String check) {

    private static final int READABLE = 120;

    public Problem(String path, String message) {
        this(path, message, "");
    }

    /** A name out of the input as it can be shown: without control characters, and shortened. */
    static String readable(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        return clean.length() > READABLE ? clean.substring(0, READABLE - 3) + "..." : clean;
    }

    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
