package org.imgeligibility.watch;

import org.imgeligibility.evaluation.Evaluator;

/** Holds the rules that requests are answered by; they are replaced whole, in one step. */
public final class RulesInForce {

    private volatile Edition edition;

    public RulesInForce(Evaluator evaluator) {
        this.edition = new Edition(evaluator);
    }

    /** Take it once for each request, so that no answer mixes two. */
    public Edition edition() {
        return edition;
    }

    void replace(Evaluator evaluator) {
        edition = new Edition(evaluator);
    }
}
