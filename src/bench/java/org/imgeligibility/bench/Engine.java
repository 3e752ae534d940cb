package org.imgeligibility.bench;

import java.util.List;
import org.imgeligibility.bench.PeerWork.Applicant;
import org.imgeligibility.bench.PeerWork.Finding;

/** Something that does the work. Used by one thread. */
public interface Engine {

    /** What is timed: everything found of an applicant, each finding with its rule and its facts, as the engine gives them. */
    Object evaluate(Applicant applicant);

    /** The same in the words of the work, for comparing. */
    List<Finding> findings(Applicant applicant);
}
