package org.imgeligibility.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.imgeligibility.rulebase.RuleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lint finds the same in an edited folder whether or not it knows what the searches before the edit came to. */
class AnsweredTest {

    private static final RuleFiles RULES = RuleFiles.of(Path.of("rules"));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Set<String> ANSWERED = Lint.searched(RULES, DAY);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "certification/exams.drl | outcome == ExamOutcome.NOT_TAKEN | outcome == ExamOutcome.FAILED | true",
            "certification/exams.drl | outcome == ExamOutcome.AWAITING_RESULT | outcome == ExamOutcome.AWAITING_RESULT, takenOn < 2020-01-01 | true",
            "licensure/licensure.drl | A licence needs | Any licence needs | false",
            "milestones.csv | 2022-04-01 | 2023-04-01 | false",
            "facts.drl | Boolean @label( | Boolean @unit(\"-\") @label( | false"})
    void anEditedFolder(String file, String old, String now, boolean finds) {
        RuleFiles edited = edited(file, old, now);
        LocalDate day = DAY.plusDays(1);
        Report whole = Lint.report(edited, day, false, Set.of());
        assertThat(Lint.report(edited, day, false, ANSWERED)).isEqualTo(whole);
        assertThat(whole.findings().isEmpty()).isEqualTo(!finds);
    }

    private static RuleFiles edited(String file, String old, String now) {
        SortedMap<String, String> contents = new TreeMap<>(RULES.contents());
        assertThat(contents.get(file)).as(file).contains(old);
        contents.put(file, contents.get(file).replace(old, now));
        return new RuleFiles(contents);
    }

    /** Of an edit of one file, most is known; of one of what is declared, nothing. */
    @ParameterizedTest
    @CsvSource({"certification/exams.drl, has been passed, was passed, 0.8, 1", "facts.drl, Boolean @label(, Boolean @unit(\"-\") @label(, 0, 0"})
    void whatIsSpared(String file, String old, String now, double least, double most) {
        Set<String> again = new HashSet<>(Lint.searched(edited(file, old, now), DAY));
        int all = again.size();
        again.retainAll(ANSWERED);
        assertThat((double) again.size() / all).isBetween(least, most);
    }

    /** Else what is known of the one rule would be taken for the other, or for what it was before an edit. */
    @Test
    void twoRulesOnOneLineAreTwo() {
        String never = LintTest.SOUND.replace("\n", " ").replace("age < 18", "age < 18, age > 90");
        Set<String> before = Lint.searched(LintTest.sound().rules(never).files(), DAY);
        assertThat(before).isNotEmpty();
        assertThat(Lint.searched(LintTest.sound().rules(never.replace("age > 90", "age > 91")).files(), DAY)).isNotEmpty().doesNotContainAnyElementsOf(before);
    }

    /** Lines that only move spare everything. */
    @ParameterizedTest
    @CsvSource({"certification/exams.drl", "licensure/licensure.drl"})
    void linesThatMove(String file) {
        RuleFiles moved = edited(file, "package ", "\n\npackage ");
        assertThat(List.copyOf(Lint.searched(moved, DAY))).containsExactlyInAnyOrderElementsOf(ANSWERED);
    }
}
