package org.imgeligibility.watch;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.regression.Regression;
import org.imgeligibility.rulebase.RuleBase;

/** Rules as they were put in force, with what is known of how the cases come out. For one thread. */
final class InForce {

    private final RuleBase rules;
    private final Evaluator evaluator;
    private final Saved saved;
    private final Instant since = Instant.now();
    private final Deque<Fixture> open = new ArrayDeque<>();
    private final List<String> failedBefore = new ArrayList<>();
    private Optional<Regression> cases = Optional.empty();
    private Optional<InForce> before = Optional.empty();
    private int held;

    InForce(RuleBase rules, Evaluator evaluator, Saved saved) {
        this.rules = rules;
        this.evaluator = evaluator;
        this.saved = saved;
    }

    RuleBase rules() {
        return rules;
    }

    Evaluator evaluator() {
        return evaluator;
    }

    Saved saved() {
        return saved;
    }

    /** What to go back to should one of the open cases not hold; those that no open case is in the way of. */
    InForce sound() {
        return before.orElse(this);
    }

    /** The cases as these rules read them. */
    Regression cases(Function<Evaluator, Regression> read) {
        if (cases.isEmpty()) {
            cases = Optional.of(read.apply(evaluator));
        }
        return cases.get();
    }

    /**
     * Comes after others.
     *
     * @param some  cases that held
     * @param first cases to run before the others
     */
    void follow(InForce others, Collection<Fixture> some, List<Fixture> first) {
        before = Optional.of(others.sound());
        held = some.size();
        Set<Fixture> done = Collections.newSetFromMap(new IdentityHashMap<>());
        done.addAll(some);
        Stream.concat(first.stream(), cases.orElseThrow().fixtures().stream()).filter(done::add).forEach(open::add);
    }

    Optional<Fixture> next() {
        return Optional.ofNullable(open.poll());
    }

    boolean isOpen() {
        return !open.isEmpty();
    }

    void held() {
        held++;
    }

    void failedBefore(String told) {
        failedBefore.add(told);
    }

    /** No case is open any more. */
    void settle() {
        before = Optional.empty();
    }

    Standing standing(long number, Optional<Standing.Refused> refused) {
        Optional<Standing.Count> count = cases.filter(some -> held > 0 || isOpen()).map(some -> new Standing.Count(held, some.fixtures().size()));
        return new Standing(number, since, count, isOpen(), List.copyOf(failedBefore), refused);
    }
}
