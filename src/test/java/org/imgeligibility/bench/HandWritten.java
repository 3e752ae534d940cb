package org.imgeligibility.bench;

import java.util.ArrayList;
import java.util.List;
import org.imgeligibility.bench.PeerWork.Applicant;
import org.imgeligibility.bench.PeerWork.Exam;
import org.imgeligibility.bench.PeerWork.Finding;
import org.imgeligibility.bench.PeerWork.Need;
import org.imgeligibility.bench.PeerWork.Place;

/** The work in plain Java, as quick as it gets with findings all the same. */
public final class HandWritten {

    private final String[] exams;
    private final Need[] needs;
    private final Place[] places;
    /** The exam of each need, and what it is called when it is met and when it is not. */
    private final int[] examOf;
    private final String[] met;
    private final String[] notMet;

    public HandWritten(PeerWork work) {
        this.exams = PeerWork.EXAMS.toArray(String[]::new);
        this.needs = work.needs().toArray(Need[]::new);
        this.places = work.places().toArray(Place[]::new);
        this.examOf = work.needs().stream().mapToInt(need -> PeerWork.EXAMS.indexOf(need.exam())).toArray();
        this.met = work.needs().stream().map(Need::met).toArray(String[]::new);
        this.notMet = work.needs().stream().map(Need::notMet).toArray(String[]::new);
    }

    public static List<Finding> findings(PeerWork work, Applicant applicant) {
        return new HandWritten(work).findings(applicant);
    }

    public List<Finding> findings(Applicant applicant) {
        List<Finding> found = new ArrayList<>(needs.length + places.length);
        Exam[] sat = sat(applicant);
        int years = applicant.school().years();
        for (int at = 0; at < needs.length; at++) {
            Exam exam = sat[examOf[at]];
            if (exam != null) {
                boolean isMet = exam.score() >= needs[at].score() && years >= needs[at].years();
                found.add(new Finding(isMet ? met[at] : notMet[at], List.of(exam, applicant.school())));
            }
        }
        int months = applicant.training().months();
        for (Place place : places) {
            found.add(new Finding(months >= place.months() ? PeerWork.REACHED : PeerWork.MISSING, List.of(applicant.training(), place)));
        }
        return found;
    }

    private Exam[] sat(Applicant applicant) {
        Exam[] sat = new Exam[exams.length];
        for (Exam exam : applicant.exams()) {
            for (int at = 0; at < exams.length; at++) {
                if (exams[at].equals(exam.name())) {
                    sat[at] = exam;
                }
            }
        }
        return sat;
    }
}
