package org.imgeligibility.regression.mutation;

import java.util.List;
import java.util.Map;
import org.imgeligibility.regression.Coverage.Count;
import org.imgeligibility.facts.Problem;

/**
 * How many edits the fixtures notice.
 *
 * @param problems   what makes the figures worthless: fixtures that fail anyway, a list of equivalents that does not fit
 * @param byFile     edits caught, of those that are not listed as equivalent
 * @param equivalent edits listed as changing no verdict
 * @param unheard    rules that decide no verdict, which were not edited
 */
public record MutationReport(List<Problem> problems, Map<String, Count> byFile, List<Survivor> survivors, int equivalent, long unheard) {

    /** An edit that no fixture notices, with the sketch of a case that would; empty where none was found. */
    public record Survivor(Mutant mutant, List<String> sketch) {
    }

    public Count total() {
        return new Count(byFile.values().stream().mapToInt(Count::reached).sum(), byFile.values().stream().mapToInt(Count::total).sum());
    }
}
