package org.imgeligibility.bench;

import java.time.LocalDate;
import java.util.List;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.facts.ApplicantReader;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.regression.Regression;

/** The twelve applicants that are shipped as fixtures. */
record Applicants(LocalDate day, List<Facts> facts) {

    static final int NUMBER = 12;

    static Applicants of(Evaluator evaluator) {
        List<Fixture> files = Regression.builtIn(evaluator).fixtures().stream().filter(fixture -> fixture.file().contains("applicants/")).toList();
        List<Facts> facts = files.stream().map(fixture -> ApplicantReader.read(evaluator.policy().vocabulary(), fixture.applicant(), List.of()).facts()).distinct().toList();
        if (facts.size() != NUMBER) {
            throw new IllegalStateException(facts.size() + " applicants are shipped; change the number of operations with that of applicants.");
        }
        return new Applicants(files.get(0).asOf(), facts);
    }
}
