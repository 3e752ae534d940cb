package org.imgeligibility.rulebase;

/**
 * A requirement as defined.
 *
 * @param combine   how it follows from the requirements it needs, where it needs any
 * @param unsettled what to say where all facts are known and no rule decides, or empty
 * @param order     its place among the definitions
 */
public record Requirement(String id, String title, Combine combine, String unsettled, int order) {

    /** How a requirement follows from those it needs: from all of them, from any one, or from none being met. */
    public enum Combine {
        ALL, ANY, NONE;

        public String spelling() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
