package org.imgeligibility.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.rulebase.Match;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.verdict.VerdictDocument;

/**
 * A size of the work.
 *
 * @param kind of growth: {@code places} or {@code needs} of the peer work; {@code rules} for every shipped rule stated several
 *             times, {@code jurisdictions} for the shipped ones several times, {@code known} for the percentage of the facts
 *             of whole applicants
 */
record Growth(String kind, int size) {

    private static final String READING = "current";

    static final List<Growth> POINTS = Stream.concat(
            Stream.of(new Growth("places", 1), new Growth("places", 10), new Growth("places", 100), new Growth("needs", 1), new Growth("needs", 4), 
                    new Growth("rules", 1), new Growth("rules", 4), new Growth("jurisdictions", 1), new Growth("jurisdictions", 10), new Growth("jurisdictions", 100)),
            Stream.of(0, 25, 50, 75, 100).map(percent -> new Growth("known", percent))).toList();

    private static final RuleBase BUILT_IN = RuleBase.builtIn();
    private static final Map<Growth, Load> LOADED = new HashMap<>();

    /** Without those that are the same as another. */
    static final List<Growth> MEASURED = POINTS.stream().map(Growth::measured).distinct().toList();

    /** The same size under the name it is measured by. */
    Growth measured() {
        return id().equals("needs-1") ? new Growth("places", 1) : List.of("rules-1", "jurisdictions-1").contains(id()) ? new Growth("known", 100) : this;
    }

    static Growth of(String id) {
        String[] parts = id.split("-");
        return new Growth(parts[0], Integer.parseInt(parts[1]));
    }

    String id() {
        return kind + "-" + size;
    }

    /** What an evaluator is asked. */
    record Load(Evaluator evaluator, LocalDate day, List<Facts> applicants) {

        /** Matches an applicant. */
        double matches() {
            return applicants.stream().mapToInt(facts -> matches(facts).size()).average().orElseThrow();
        }

        List<Match> matches(Facts facts) {
            return evaluator.rules().matches(evaluator.rules().on(day), evaluator.rules().sections(facts));
        }

        VerdictDocument document(Facts facts) {
            return evaluator.evaluate(facts, new Request(day, READING, List.of(), false));
        }

        void warm(int seconds) {
            CpuTime.spend(seconds, () -> {
                applicants.forEach(this::matches);
                document(applicants.get(0));
            });
        }
    }

    /** Loaded once in a process. */
    Load load() {
        return LOADED.computeIfAbsent(this, Growth::loaded);
    }

    private Load loaded() {
        return switch (kind) {
            case "places" -> peer(PeerWork.of(PeerWork.NEEDS, PeerWork.PLACES * size));
            case "needs" -> peer(PeerWork.of(PeerWork.NEEDS * size, PeerWork.PLACES));
            case "rules" -> policy(RuleBase.of(LargerPolicy.restated(size)), 100);
            case "jurisdictions" -> policy(RuleBase.of(LargerPolicy.withJurisdictions(size)), 100);
            case "known" -> policy(BUILT_IN, size);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Load peer(PeerWork work) {
        return new Load(new Evaluator(RuleBase.of(PeerFolder.files(work))), PeerFolder.DAY, work.applicants().stream().map(PeerFolder::facts).toList());
    }

    private static Load policy(RuleBase rules, int percent) {
        Evaluator evaluator = new Evaluator(rules);
        Applicants shipped = Applicants.of(evaluator);
        return new Load(evaluator, shipped.day(), shipped.facts().stream().map(facts -> known(facts, percent)).toList());
    }

    /** A percentage of the facts, the same ones at every run; what is known of fewer is known of more. */
    private static Facts known(Facts facts, int percent) {
        List<Map.Entry<String, Object>> all = new ArrayList<>(facts.values().entrySet());
        Collections.shuffle(all, new Random(facts.id().hashCode()));
        Map<String, Object> some = new LinkedHashMap<>();
        all.subList(0, all.size() * percent / 100).forEach(fact -> some.put(fact.getKey(), fact.getValue()));
        return new Facts(facts.id(), some);
    }
}
