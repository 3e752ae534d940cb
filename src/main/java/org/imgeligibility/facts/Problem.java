package org.imgeligibility.facts;

/**
 * One thing wrong with what was given.
 *
 * @param path where: a JSON path with list positions ({@code /exams/2/outcome}), a file with its line, or empty for the whole
 * @param message what is wrong with which value, and a way out
 */
public record Problem(String path, String message) {

    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
