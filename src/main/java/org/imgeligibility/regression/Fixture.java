package org.imgeligibility.regression;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    /** What an expectation is of when the applicant is to be refused. */
    static final String REFUSED = "refused";
    static final String CALENDAR = "calendar";
    static final String CONTEXT = "context";

    /**
     * What a question or classification must come to, what must stand beside the verdicts, or that the applicant is
     * refused.
     *
     * @param of      its id, or {@code refused}, {@code calendar} or {@code context}
     * @param asked   whether it is a question
     * @param outcome an outcome, empty for any, or the value of a classification
     * @param because the deciding leaves, where the case names them; the prefix of a question may be left off
     * @param missing the paths of the missing facts, where the case names them; of the contradictions for a refusal
     * @param requirements the statuses of some requirements of the question by id, {@code NOT_ASKED} where one must not be
     *                asked; the prefix of a question may be left off
     * @param rules   names of rules that must be among those that the requirements rest on
     * @param notes   the names of rules whose notes must be among those shown, or which must be in calendar or context
     */
    public record Expectation(String of, boolean asked, String outcome, Optional<Set<String>> because, Optional<Set<String>> missing, Map<String, String> requirements, Set<String> rules, Set<String> notes) {

        /** What it says of a question in place of a status: the requirement is not asked of this person. */
        public static final String NOT_ASKED = "NOT_ASKED";

        /** Of something that has no requirements. */
        Expectation(String of, String outcome, Optional<Set<String>> missing, Set<String> notes) {
            this(of, false, outcome, Optional.empty(), missing, Map.of(), Set.of(), notes);
        }

        /** Whether an outcome is one that it admits. */
        boolean admits(String actual) {
            return outcome.isEmpty() || outcome.equals(actual);
        }

        public boolean isRefusal() {
            return of.equals(REFUSED);
        }

        /** Whether it is of what stands beside the verdicts. */
        public boolean isBeside() {
            return of.equals(CALENDAR) || of.equals(CONTEXT);
        }

        /** The same with what came out, told no further than this one goes. */
        Expectation coming(String actual, List<String> leaves, List<String> paths, Map<String, String> statuses) {
            return new Expectation(of, asked, outcome.isEmpty() ? outcome : actual, because.map(any -> new LinkedHashSet<>(leaves)), missing.map(any -> new LinkedHashSet<>(paths)), statuses, rules, notes);
        }
    }

    /** The questions it speaks of; none where it speaks of classifications alone. */
    public List<String> questions() {
        return expectations.stream().filter(Expectation::asked).map(Expectation::of).toList();
    }

    /** Whether it says what a question comes to, and not of its requirements alone. */
    boolean expectsOutcome(String question) {
        return expectations.stream().anyMatch(expected -> expected.of().equals(question) && !expected.outcome().isEmpty());
    }

    /** Whether its applicant is to be refused, so that there is nothing to answer. */
    public boolean expectsRefusal() {
        return expectations.stream().anyMatch(Expectation::isRefusal);
    }

    public String name() {
        return file + " / " + id;
    }

    /** The folder its file lies in. */
    public String folder() {
        return file.contains("/") ? file.substring(0, file.lastIndexOf('/')) : ".";
    }
}
