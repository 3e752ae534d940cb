package org.imgeligibility.regression.mutation;

/**
 * One edit of the rule base, as an editor might make it by mistake.
 *
 * @param subject what is edited: a rule's name, or a table's row
 * @param before  what stands there, or empty
 * @param after   what the edit puts there, or empty
 */
public record Mutant(String file, int line, String subject, String before, String after, Change change) {

    /** What tells it from all others, wherever in its file it stands. */
    public String id() {
        return file + " | " + subject + " | " + before + " -> " + after;
    }

    /** The edit as a small diff. */
    public String diff() {
        return (before.isEmpty() ? "" : "  - " + before + "\n") + (after.isEmpty() ? "" : "  + " + after + "\n");
    }
}
