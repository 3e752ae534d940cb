package org.imgeligibility.regression;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imgeligibility.facts.Tree;

/**
 * One case of a fixture file.
 *
 * @param says      what it shows, as an adviser would say it
 * @param applicant the file's defaults with the case laid over them
 */
public record Fixture(String file, int line, String id, String says, LocalDate asOf, String reading, Tree applicant, List<Expectation> expectations) {

    /**
     * What a question or classification must come to.
     *
     * @param of      its id
     * @param asked   whether it is a question
     * @param outcome an outcome, or the value of a classification
     * @param because the deciding leaves, where the case names them; the prefix of a question may be left off
     * @param missing the paths of the missing facts, where the case names them
     */
    public record Expectation(String of, boolean asked, String outcome, Optional<Set<String>> because, Optional<Set<String>> missing) {
    }

    /** The questions it speaks of; none where it speaks of classifications alone. */
    public List<String> questions() {
        return expectations.stream().filter(Expectation::asked).map(Expectation::of).toList();
    }

    public String name() {
        return file + " / " + id;
    }
}
