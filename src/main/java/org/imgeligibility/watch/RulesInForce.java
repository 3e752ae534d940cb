package org.imgeligibility.watch;

import java.util.Optional;
import org.imgeligibility.evaluation.Evaluator;

/** Holds the rules that requests are answered by; they are replaced whole, in one step. */
public final class RulesInForce {

    private volatile Edition edition;
    private volatile Standing standing;

    public RulesInForce(Evaluator evaluator) {
        this.edition = new Edition(evaluator);
    }

    /** Take it once for each request, so that no answer mixes two. */
    public Edition edition() {
        return edition;
    }

    /** How they stand to their folder, where that is watched. */
    public Optional<Standing> standing() {
        return Optional.ofNullable(standing);
    }

    void replace(Evaluator evaluator) {
        edition = new Edition(evaluator);
    }

    void stand(Standing now) {
        standing = now;
    }
}
