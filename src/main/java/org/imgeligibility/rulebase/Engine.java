package org.imgeligibility.rulebase;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.alphaIndexedBy;
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
import java.util.stream.Stream;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.imgeligibility.rulebase.language.Condition;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Ground;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Slots;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.DirectFiringOption;

/**
 * Grounds in the engine: those with the same rest are one rule of it, over one fact that holds all slots, and
 * conditions that several share are tested once. Safe for use by many threads.
 */
final class Engine {

    private static final String FOLDER = "rules";

    private final Slots slots;
    private final List<Group> groups = new ArrayList<>();
    private final KieBase base;
    private final KieSessionConfiguration direct;

    /** @param grounds of each rule */
    Engine(Slots slots, List<List<Ground>> grounds) {
        this.slots = slots;
        Map<Set<Expression>, List<Ground>> byRest = new LinkedHashMap<>();
        grounds.stream().flatMap(List::stream).forEach(ground -> byRest.computeIfAbsent(ground.rest(), any -> new ArrayList<>()).add(ground));
        Map<Expression, Test> tests = new HashMap<>();
        byRest.keySet().forEach(rest -> rest.forEach(part -> tests.computeIfAbsent(part, any -> new Test(Condition.of(part, slots), slots.constant(part), "c" + tests.size())).uses++));
        ModelImpl model = new ModelImpl(FOLDER);
        Variable<Case> applicant = declarationOf(Case.class, "case");
        byRest.forEach((rest, same) -> {
            PatternDef<Case> pattern = pattern(applicant);
            for (Test test : Test.joined(rest.stream().map(tests::get).sorted(Test.MOST_SHARED_FIRST).toList())) {
                pattern = test.in(pattern);
            }
            Group group = new Group(groups.size(), same);
            groups.add(group);
            model.addRule(rule(FOLDER, "g" + group.number()).build(pattern, on(applicant).execute(one -> one.found.add(group))));
        });
        this.direct = direct();
        this.base = KieBaseBuilder.createKieBaseFromModel(model);
    }

    /** Loads what an engine is made of, so that it is there once rules are read. */
    static void prepare() {
        ModelImpl model = new ModelImpl(FOLDER);
        Variable<Case> any = declarationOf(Case.class, "case");
        model.addRule(rule(FOLDER, "any").build(pattern(any).expr("any", one -> true), on(any).execute(one -> one.found.clear())));
        fire(KieBaseBuilder.createKieBaseFromModel(model), direct(), new Case(new Object[0]));
    }

    /** Rules fire as the one fact goes in, since none waits for another. */
    private static KieSessionConfiguration direct() {
        KieSessionConfiguration direct = KieServices.get().newKieSessionConfiguration();
        direct.setOption(DirectFiringOption.YES);
        return direct;
    }

    private static void fire(KieBase base, KieSessionConfiguration direct, Case one) {
        KieSession session = base.newKieSession(direct, null);
        try {
            session.insert(one);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
    }

    /** Grounds that match together. */
    List<Group> groups() {
        return groups;
    }

    private static final class Test {

        static final Comparator<Test> MOST_SHARED_FIRST = Comparator.comparing((Test one) -> -one.uses).thenComparing(one -> one.name);

        private final Condition condition;
        private final Optional<Slots.Constant> constant;
        private final String name;
        private int uses;

        Test(Condition condition, Optional<Slots.Constant> constant, String name) {
            this.condition = condition;
            this.constant = constant;
            this.name = name;
        }

        /** Those of one rule with all that no other rule shares, and that cannot be looked up, as one. */
        static List<Test> joined(List<Test> tests) {
            List<Test> alone = tests.stream().filter(test -> test.uses == 1 && test.constant.isEmpty()).toList();
            if (alone.size() < 2) {
                return tests;
            }
            Test all = new Test(Condition.all(alone.stream().map(test -> test.condition).toList()), Optional.empty(), alone.get(0).name);
            return Stream.concat(tests.stream().filter(test -> !alone.contains(test)), Stream.of(all)).toList();
        }

        /** Among those that compare the same value with constants, the engine finds the one that holds by looking it up. */
        PatternDef<Case> in(PatternDef<Case> pattern) {
            return constant.map(one -> pattern.expr(name, (Case some) -> condition.holds(some.row),
                            alphaIndexedBy(Object.class, ConstraintType.EQUAL, one.column(), (Case some) -> some.row[one.column()], one.value())))
                    .orElseGet(() -> pattern.expr(name, (Case some) -> condition.holds(some.row)));
        }
    }

    /** The one fact of a session, and what was found of it; public because the engine calls it, used by nothing else. */
    public static final class Case {

        private final Object[] row;
        private final List<Group> found = new ArrayList<>();

        private Case(Object[] row) {
            this.row = row;
        }
    }

    /** What matches; the engine fires once for each group of it, which is what most of its time goes into. */
    Found found(List<Instance> filled) {
        Case one = new Case(slots.row(filled));
        fire(base, direct, one);
        return new Found(filled, one.found);
    }
}
