package org.imgeligibility.rulebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.imgeligibility.facts.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An edited folder comes to the same whether all of it is read or, of an edition before, what the edit leaves as it was is taken. */
class KeptTest {

    private static final RuleFiles BEFORE = RuleFiles.builtIn();
    private static final RuleBase RULES = RuleBase.builtIn();

    private static RuleFiles edited(String file, UnaryOperator<String> edit) {
        SortedMap<String, String> contents = new TreeMap<>(BEFORE.contents());
        contents.put(file, edit.apply(contents.get(file)));
        assertThat(contents.equals(BEFORE.contents())).as(file).isFalse();
        return new RuleFiles(contents);
    }

    private static RuleFiles edited(String file, String old, String now) {
        assertThat(BEFORE.contents().get(file).contains(old)).as(file + ": " + old).isTrue();
        return edited(file, text -> text.replace(old, now));
    }

    private static boolean isKept(RuleFiles now) {
        return Kept.of(BEFORE, Prepared::builtIn, now).isPresent();
    }

    static Stream<String> files() {
        return BEFORE.contents().keySet().stream();
    }

    /** Lines move, and a table may hold the same text in rows of other lines. */
    @ParameterizedTest
    @MethodSource("files")
    void aFileWhoseLinesMove(String file) {
        comesToTheSame(edited(file, text -> file.endsWith(".csv") ? text.replaceFirst("\n", "\n\n") : (file.endsWith(".drl") ? "// Looked at again.\n" : "# Looked at again.\n") + text));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileThatIsGone(String file) {
        SortedMap<String, String> contents = new TreeMap<>(BEFORE.contents());
        contents.remove(file);
        comesToTheSame(new RuleFiles(contents));
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                Arguments.of("a condition", true, edited("certification/exams.drl", "outcome == ExamOutcome.PASSED", "outcome == ExamOutcome.AWAITING_RESULT")),
                Arguments.of("a rule's name that stands elsewhere already", true, edited("certification/exams.drl", "\"The Step is passed\"", "\"A licence needs all three Steps\"")),
                Arguments.of("a requirement that is not defined", true, edited("certification/exams.drl", "@requirement(", "@requirement(\"nothing\", ")),
                Arguments.of("a rule that is no rule", false, edited("certification/exams.drl", text -> text + "\nrule \"half")),
                Arguments.of("a value in a table", true, edited("milestones.csv", "20", "19")),
                Arguments.of("a cell too many", false, edited("milestones.csv", text -> text + "a,b,c,d,e,f,g,h,i,j,k,l,m,n\n")),
                Arguments.of("titles and combinations", true, edited("questions.yaml", "title: ", "title: The ")),
                Arguments.of("an id that rules name", true, edited("requirements.yaml", "- id: step-3\n", "- id: step-33\n")),
                Arguments.of("a source that is no longer there", true, edited("sources.yaml", "- id: ecfmg-science-exams", "- id: ecfmg-exams")),
                Arguments.of("a list that is not closed", true, edited("sources.yaml", text -> text + "\n- [")),
                Arguments.of("a field", false, edited("facts.drl", "absentMeans", "help")),
                Arguments.of("a file more", true, new RuleFiles(with("more.drl", "package org.imgeligibility.rules\n\nrule \"More\"\n    @requirement(\"step-3\")\n    @says(\"More.\")\n    @source(\"seed-ama-imgs\")\nwhen\n    AsOf()\nthen\n    conclude.met(drools);\nend\n"))),
                Arguments.of("an empty file more", true, new RuleFiles(with("more.drl", ""))),
                Arguments.of("a table more that no type has", true, new RuleFiles(with("more.csv", "a,b\n1,2\n"))),
                Arguments.of("a type more", false, new RuleFiles(with("more.drl", "declare More @section(\"more\") much : Integer end"))));
    }

    private static SortedMap<String, String> with(String file, String text) {
        SortedMap<String, String> contents = new TreeMap<>(BEFORE.contents());
        contents.put(file, text);
        return contents;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void anEdit(String what, boolean kept, RuleFiles now) {
        assertThat(isKept(now)).as("something is kept").isEqualTo(kept);
        comesToTheSame(now);
    }

    /** A row with a key of its own is one choice more, of which anything may speak. */
    @Test
    void aRowMore() {
        String table = RULES.policy().tables().values().stream().filter(one -> one.type().key().isPresent()).findFirst().orElseThrow().file();
        RuleFiles now = edited(table, text -> text + text.lines().toList().get(1).replaceFirst("^[^,]*", "ZZZ") + "\n");
        assertThat(isKept(now)).isFalse();
        comesToTheSame(now);
    }

    /** One edit after the other, each on the edition before. */
    @Test
    void editionAfterEdition() {
        RuleFiles was = BEFORE;
        RuleBase before = RULES;
        for (String file : List.of("certification/exams.drl", "milestones.csv", "sources.yaml", "questions.yaml", "certification/exams.drl")) {
            SortedMap<String, String> contents = new TreeMap<>(was.contents());
            contents.merge(file, file.endsWith(".drl") ? "// More.\n" : "\n", String::concat);
            RuleFiles now = new RuleFiles(contents);
            before = RuleBase.of(now, was, before);
            was = now;
        }
        assertThat(PreparedTest.differences(before, RuleBase.of(was, Optional.empty()))).isEmpty();
    }

    private static void comesToTheSame(RuleFiles now) {
        List<String> whole = new ArrayList<>();
        List<String> byParts = new ArrayList<>();
        RuleBase one = load(() -> RuleBase.of(now, Optional.empty()), whole);
        RuleBase other = load(() -> RuleBase.of(now, BEFORE, RULES), byParts);
        assertThat(byParts).isEqualTo(whole);
        if (whole.isEmpty()) {
            assertThat(PreparedTest.differences(other, one)).isEmpty();
        }
    }

    private interface Loading {
        RuleBase load();
    }

    private static RuleBase load(Loading loading, List<String> problems) {
        RuleBase[] rules = new RuleBase[1];
        InputException unusable = catchThrowableOfType(InputException.class, () -> rules[0] = loading.load());
        if (unusable != null) {
            unusable.problems().forEach(problem -> problems.add(problem.toString()));
        }
        return rules[0];
    }
}
