package org.imgeligibility.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Tree;
import org.imgeligibility.facts.TreeReader;
import org.imgeligibility.facts.TreeWriter;

/**
 * Of what an output is made: input, options and rules, each by its name for people. Two runs of equal origin write the
 * same output, so that one can go on where the other stopped.
 *
 * @param parts empty where the input cannot be read a second time
 */
public record Origin(Map<String, String> parts) {

    private static Path beside(Path partial) {
        return partial.resolveSibling(partial.getFileName() + ".json");
    }

    void write(Path partial) throws IOException {
        Files.deleteIfExists(beside(partial));
        if (!parts.isEmpty()) {
            Map<String, Tree> entries = new LinkedHashMap<>();
            parts.forEach((name, value) -> entries.put(name, new Tree.Scalar(value, 1)));
            Files.writeString(beside(partial), TreeWriter.indented(new Tree.Mapping(entries, 1)));
        }
    }

    void delete(Path partial) throws IOException {
        Files.deleteIfExists(beside(partial));
    }

    /** Says why earlier work cannot be left behind, or not be gone on with; what could never be gone on with is no loss. */
    void check(Path partial, boolean resume) throws IOException {
        Map<String, String> earlier = read(beside(partial));
        String anew = " Delete it to begin anew.";
        if (!resume && !earlier.isEmpty()) {
            throw new InputException(partial.toString(), "holds the unfinished work of an earlier run. Add --resume to go on with it." + anew);
        } else if (resume && earlier.isEmpty()) {
            throw new InputException(partial.toString(), "does not say what it was made of, and so cannot be gone on with." + anew);
        }
        List<String> different = parts.keySet().stream().filter(name -> !Objects.equals(earlier.get(name), parts.get(name)))
                .map(name -> name + " (" + earlier.get(name) + " then, " + parts.get(name) + " now)").toList();
        if (resume && !different.isEmpty()) {
            throw new InputException(partial.toString(), "was made with other " + String.join(", ", different) + ". Give the same to go on." + anew);
        }
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try {
            if (Files.exists(file) && TreeReader.readJson(Files.readString(file)).root() instanceof Tree.Mapping known) {
                known.entries().forEach((name, value) -> parts.put(name, value instanceof Tree.Scalar scalar ? String.valueOf(scalar.value()) : ""));
            }
        } catch (InputException torn) {
            parts.clear();
        }
        return parts;
    }
}
