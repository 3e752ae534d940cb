package org.imgeligibility.bench;

import java.util.List;
import org.imgeligibility.bench.PeerWork.Applicant;
import org.imgeligibility.bench.PeerWork.Finding;

/** The lower bound. */
final class ByHand implements Contender {

    private final HandWritten work;

    ByHand(PeerWork work) {
        this.work = new HandWritten(work);
    }

    @Override
    public Object evaluate(Applicant applicant) {
        return work.findings(applicant);
    }

    @Override
    public List<Finding> findings(Applicant applicant) {
        return work.findings(applicant);
    }
}
