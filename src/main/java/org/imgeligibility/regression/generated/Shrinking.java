package org.imgeligibility.regression.generated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.imgeligibility.facts.Facts;

/** Takes facts away from an applicant as long as what it shows stays. */
public final class Shrinking {

    private Shrinking() {
    }

    /**
     * An applicant that shows the same with none of its facts to spare.
     *
     * @param shows whether an applicant shows it; holds for the one given
     */
    public static Applicant smallest(Applicant applicant, Predicate<Applicant> shows) {
        Applicant small = applicant;
        for (int size = small.facts().values().size(); size > 0; size /= 2) {
            small = without(small, size, shows);
        }
        Applicant before = null;
        while (before != small) {
            before = small;
            small = without(small, 1, shows);
        }
        return small;
    }

    /** Takes away each run of so many facts that can be spared. */
    private static Applicant without(Applicant applicant, int size, Predicate<Applicant> shows) {
        Applicant small = applicant;
        List<String> paths = new ArrayList<>(applicant.facts().values().keySet());
        for (int from = 0; from < paths.size(); from += size) {
            Map<String, Object> fewer = new LinkedHashMap<>(small.facts().values());
            paths.subList(from, Math.min(from + size, paths.size())).forEach(fewer::remove);
            Applicant candidate = small.with(new Facts(small.facts().id(), fewer));
            if (shows.test(candidate)) {
                small = candidate;
            }
        }
        return small;
    }
}
