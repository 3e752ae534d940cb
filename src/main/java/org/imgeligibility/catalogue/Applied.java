package org.imgeligibility.catalogue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Citations;
import org.imgeligibility.rulebase.Confidence;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Source;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;

/**
 * A rule with the table rows it reads, for any applicant.
 *
 * @param says       its sentence, an applicant's facts by their labels
 * @param conditions what of an applicant must hold for it to match
 * @param requires   the ids of what it asks for
 * @param sources    as the rule or its rows cite them, no better than its confidence
 * @param ways       how many rows give the rule another form that is not told apart here; 1 where all is told
 * @param from       the first day in force of the rule and its rows, if there is one
 */
public record Applied(Rule rule, Optional<String> says, Optional<String> next, List<String> conditions, List<String> requires, List<Source> sources, int ways, Optional<LocalDate> from, Optional<LocalDate> until) {

    /** A rule as it is written, before any row is known. */
    public static Applied of(Policy policy, Rule rule) {
        return of(policy, rule, List.of());
    }

    /** @param facts one for each pattern, or none for the rule as it is written */
    static Applied of(Policy policy, Rule rule, List<Instance> facts) {
        Phrases phrases = new Phrases(policy, rule, facts);
        return new Applied(rule, rule.one("says").map(phrases::sentence), rule.one("next").map(phrases::sentence), phrases.conditions(), requires(rule, phrases), sources(policy, rule, phrases), 1,
                Stream.concat(rule.from().stream(), rowDays(facts, "from")).max(Comparator.naturalOrder()), Stream.concat(rule.until().stream(), rowDays(facts, "until")).min(Comparator.naturalOrder()));
    }

    /** A rule as it is written, for more rows than can be told apart. */
    static Applied written(Policy policy, Rule rule, int ways) {
        Applied one = of(policy, rule, List.of());
        List<Source> cited = Stream.concat(one.sources.stream(), new Citations(policy).byRows(rule).stream()).toList();
        return new Applied(rule, one.says, one.next, one.conditions, one.requires, cited, ways, one.from, one.until);
    }

    private static List<Source> sources(Policy policy, Rule rule, Phrases phrases) {
        Optional<Confidence> limit = rule.one("confidence").flatMap(phrases::id).map(given -> Confidence.valueOf(given.toUpperCase(Locale.ROOT)));
        return rule.all("source").stream().flatMap(citation -> citation.startsWith("{") ? phrases.id(citation).stream() : Stream.of(citation))
                .flatMap(citation -> policy.cited(citation).stream()).map(source -> limit.map(source::noBetterThan).orElse(source)).toList();
    }

    private static List<String> requires(Rule rule, Phrases phrases) {
        return rule.all("requires").stream().flatMap(id -> phrases.id(id).stream()).toList();
    }

    private static Stream<LocalDate> rowDays(List<Instance> facts, String field) {
        return facts.stream().filter(fact -> fact.type().dated()).flatMap(fact -> Stream.ofNullable((LocalDate) fact.value(field)));
    }

    /** The requirement it hangs on, if any. */
    public Optional<String> where() {
        return rule.one("where");
    }

    /** The requirement that makes it pointless, if any. */
    public Optional<String> unless() {
        return rule.one("unless");
    }

    public Confidence confidence() {
        return sources.stream().map(Source::confidence).reduce(Confidence.HIGH, Confidence::or);
    }
}
