package org.imgeligibility.rulebase;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Ground;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Matching;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * Grounds in the engine: those with the same rest are one rule of it, over one fact that holds all slots, and
 * conditions that several share are tested once. Safe for use by many threads.
 */
final class Engine {

    private static final String FOLDER = "rules";

    private final KieBase base;

    /** @param grounds of each rule */
    Engine(List<List<Ground>> grounds) {
        Map<Set<Expression>, List<Ground>> groups = new LinkedHashMap<>();
        grounds.stream().flatMap(List::stream).forEach(ground -> groups.computeIfAbsent(ground.rest(), any -> new ArrayList<>()).add(ground));
        Map<Expression, Condition> conditions = new HashMap<>();
        groups.keySet().forEach(rest -> rest.forEach(part -> conditions.computeIfAbsent(part, any -> new Condition(part, "c" + conditions.size())).uses++));
        ModelImpl model = new ModelImpl(FOLDER);
        Variable<Case> applicant = declarationOf(Case.class, "case");
        groups.forEach((rest, group) -> {
            PatternDef<Case> tests = pattern(applicant);
            for (Condition condition : rest.stream().map(conditions::get).sorted(Condition.MOST_SHARED_FIRST).toList()) {
                tests = tests.expr(condition.name, one -> Matching.holds(condition.expression, one.slots));
            }
            model.addRule(rule(FOLDER, "g" + model.getRules().size()).build(tests, on(applicant).execute(one -> one.found.add(group))));
        });
        this.base = KieBaseBuilder.createKieBaseFromModel(model);
    }

    private static final class Condition {

        static final Comparator<Condition> MOST_SHARED_FIRST = Comparator.comparing((Condition one) -> -one.uses).thenComparing(one -> one.name);

        private final Expression expression;
        private final String name;
        private int uses;

        Condition(Expression expression, String name) {
            this.expression = expression;
            this.name = name;
        }
    }

    /** The one fact of a session, and what was found of it; public because the engine calls it, used by nothing else. */
    public static final class Case {

        private final List<Instance> slots;
        private final List<List<Ground>> found = new ArrayList<>();

        private Case(List<Instance> slots) {
            this.slots = slots;
        }
    }

    /** The groups of grounds that match, one for each rule of the engine that fires. */
    private List<List<Ground>> fired(List<Instance> slots) {
        Case one = new Case(slots);
        KieSession session = base.newKieSession();
        try {
            session.insert(one);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return one.found;
    }

    /** How often the engine fires, which is what most of its time goes into. */
    int firings(List<Instance> slots) {
        return fired(slots).size();
    }

    /** Every match, in no particular order. */
    List<Match> matches(List<Instance> slots) {
        List<Match> matches = new ArrayList<>();
        fired(slots).forEach(group -> group.forEach(ground -> matches.add(new Match(ground.rule(), ground.facts(slots), Optional.of(ground)))));
        return matches;
    }
}
