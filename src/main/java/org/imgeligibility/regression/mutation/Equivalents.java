package org.imgeligibility.regression.mutation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Tree;
import org.imgeligibility.facts.TreeReader;

/** A list of edits that change no verdict, each with the reason why. */
public final class Equivalents {

    private Equivalents() {
    }

    /**
     * Reasons by the id of the edit.
     *
     * @throws InputException naming file and line of an entry without edit or reason
     */
    public static Map<String, String> read(String file, String content) {
        Map<String, String> reasons = new LinkedHashMap<>();
        if (!(TreeReader.readYaml(content).root() instanceof Tree.Sequence entries)) {
            throw new InputException(file, "is not a list. Write entries with 'edit' and 'reason'.");
        }
        for (Tree entry : entries.items()) {
            reasons.put(text(file, entry, "edit"), text(file, entry, "reason"));
        }
        return reasons;
    }

    private static String text(String file, Tree entry, String key) {
        if (entry instanceof Tree.Mapping mapping && mapping.entries().get(key) instanceof Tree.Scalar scalar && scalar.value() instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new InputException(file + ":" + entry.line(), "an entry without '" + key + "'. Give the edit as the report names it, and why it changes no verdict.");
    }
}
