package org.imgeligibility.watch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.rulebase.Policy;

/** The rules as they stand between two swaps. Whoever answers a request takes one edition and keeps to it. */
public final class Edition {

    private final Evaluator evaluator;
    private final Map<Class<?>, Object> views = new ConcurrentHashMap<>();

    Edition(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    public Evaluator evaluator() {
        return evaluator;
    }

    public Policy policy() {
        return evaluator.policy();
    }

    /** What is made of these rules once; it goes when they go. */
    public <T> T view(Class<T> kind, Function<Evaluator, T> made) {
        return kind.cast(views.computeIfAbsent(kind, any -> made.apply(evaluator)));
    }
}
