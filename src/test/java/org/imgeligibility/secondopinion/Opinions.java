package org.imgeligibility.secondopinion;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.rulebase.Match;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.secondopinion.PlainMatcher.Found;

/** What the engine and the plain matcher make of the same facts. */
final class Opinions {

    private final RuleBase engine;
    private final PlainMatcher plain;
    /** True: the rules that test a fact of the applicant. */
    private final Map<Boolean, List<Rule>> rules;

    /** @param read the policy as the plain matcher reads it */
    Opinions(RuleBase engine, Policy read) {
        this.engine = engine;
        this.plain = new PlainMatcher(read);
        this.rules = read.rules().stream().collect(Collectors.partitioningBy(rule ->
                rule.patterns().stream().anyMatch(pattern -> pattern.type().kind() == Type.Kind.SECTION)));
    }

    /** In words, how the two differ on what is the same for everybody on a day. */
    Optional<String> difference(LocalDate day) {
        return difference(PlainMatcher.matches(rules.get(false), plain.common(day)), engine.on(day).matches());
    }

    /** In words, how the two differ on an applicant. */
    Optional<String> difference(Facts facts, LocalDate day) {
        Map<String, List<Instance>> all = new HashMap<>(plain.common(day));
        all.putAll(plain.own(facts));
        return difference(PlainMatcher.matches(rules.get(true), all), engine.matches(engine.on(day), engine.sections(facts)));
    }

    private static Optional<String> difference(Set<Found> plain, List<Match> matches) {
        Set<Found> engine = matches.stream().map(match -> PlainMatcher.found(match.rule(), match.facts())).collect(Collectors.toSet());
        return engine.size() == matches.size() && engine.equals(plain) ? Optional.empty()
                : Optional.of("the engine misses " + without(plain, engine) + ", adds " + without(engine, plain) + " and finds " + (matches.size() - engine.size()) + " twice");
    }

    private static Collection<Found> without(Set<Found> some, Set<Found> others) {
        Set<Found> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
