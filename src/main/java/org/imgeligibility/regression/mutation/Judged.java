package org.imgeligibility.regression.mutation;

import java.util.List;
import java.util.Optional;
import org.imgeligibility.verdict.Judgement.Contradiction;
import org.imgeligibility.verdict.VerdictDocument;

/**
 * What came of a trial.
 *
 * @param document       empty where the facts are refused, or where the edited rules no longer fit together
 * @param contradictions why the facts are refused
 */
record Judged(Optional<VerdictDocument> document, List<Contradiction> contradictions) {

    static final Judged BROKEN = new Judged(Optional.empty(), List.of());
}
