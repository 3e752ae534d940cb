package org.imgeligibility.bench;

import java.util.List;
import org.imgeligibility.bench.PeerWork.Applicant;
import org.imgeligibility.bench.PeerWork.Finding;

/** Something that does the work. Used by one thread. */
interface Contender {

    /** What is timed: everything found of an applicant, each finding with its rule and its facts, as the engine gives it. */
    Object evaluate(Applicant applicant);

    /** The same in the words of the work. */
    List<Finding> findings(Applicant applicant);

    /** @param name as in {@link PeerBench} */
    static Contender of(String name, PeerWork work) {
        return switch (name) {
            case "hand-written" -> new ByHand(work);
            case "ours-matches" -> new OurMatches(work);
            case "ours-outcomes" -> new OurVerdicts(work, false);
            case "ours-document" -> new OurVerdicts(work, true);
            case "evrete-best" -> new EvreteOneFact(work);
            case "evrete-joins" -> new EvreteJoins(work);
            case "dmn-best" -> new Dmn(work, true);
            case "dmn-rows" -> new Dmn(work, false);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
