package org.imgeligibility.regression.mutation;

import java.util.List;
import java.util.Optional;
import org.imgeligibility.verdict.Brief;
import org.imgeligibility.verdict.Judgement.Contradiction;

/**
 * What came of a trial.
 *
 * @param answers        empty where the facts are refused, or where the edited rules no longer fit together
 * @param contradictions why the facts are refused
 */
record Judged(Optional<Brief> answers, List<Contradiction> contradictions) {

    static final Judged BROKEN = new Judged(Optional.empty(), List.of());
}
