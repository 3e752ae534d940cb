package org.imgeligibility.lint;

import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Source;

/** Sources that nobody looked at again in time, and those that nothing rests on. */
final class Sources {

    private Sources() {
    }

    static Stream<Finding> findings(Folder folder) {
        Set<String> cited = cited(folder.policy());
        return folder.policy().sources().values().stream().flatMap(source -> Stream.concat(overdue(folder, source).stream(),
                cited.contains(source.id()) ? Stream.of() : Stream.of(finding(folder, source, Check.UNUSED_SOURCE, "nothing rests on the source '" + source.id() + "'. Cite it in a rule or row, or take it out."))));
    }

    private static List<Finding> overdue(Folder folder, Source source) {
        long days = ChronoUnit.DAYS.between(source.reviewBy(), folder.day());
        return days <= 0 ? List.of() : List.of(finding(folder, source, Check.OVERDUE_SOURCE, "'" + source.id() + "' was to be looked at again by " + source.reviewBy()
                + (days == 1 ? ", a day" : ", " + days + " days") + " before " + folder.day() + ". Look at it, correct what changed and set a new reviewBy."));
    }

    private static Finding finding(Folder folder, Source source, Check check, String message) {
        return new Finding(check, folder.entries().source(source.id()), List.of(new Finding.Subject(Finding.Subject.Kind.SOURCE, source.id())), message);
    }

    /** By rules in their own words, or by any cell of a table: which columns hold sources, loading has made sure of. */
    private static Set<String> cited(Policy policy) {
        Set<String> cited = new HashSet<>();
        policy.rules().forEach(rule -> rule.all("source").forEach(citation -> policy.cited(citation).ifPresent(source -> cited.add(source.id()))));
        policy.tables().values().stream().flatMap(table -> table.rows().stream()).flatMap(row -> row.fact().values().values().stream())
                .filter(String.class::isInstance).map(String.class::cast).filter(policy.sources()::containsKey).forEach(cited::add);
        return cited;
    }
}
