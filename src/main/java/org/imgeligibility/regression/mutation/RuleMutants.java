package org.imgeligibility.regression.mutation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Pattern;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Word;

/** Every edit of one rule. */
final class RuleMutants {

    private static final Map<Word, List<Word>> WORDS = Map.of(Word.MET, List.of(Word.NOT_YET), Word.NOT_YET, List.of(Word.MET, Word.BARRED),
            Word.BARRED, List.of(Word.MET, Word.NOT_YET), Word.UNDECIDED, List.of(Word.MET));

    private final Rule rule;
    private final List<Mutant> mutants = new ArrayList<>();

    private RuleMutants(Rule rule) {
        this.rule = rule;
    }

    static List<Mutant> of(Rule rule) {
        RuleMutants edits = new RuleMutants(rule);
        edits.add("rule \"" + rule.name() + "\"", "", Optional.empty(), false);
        edits.word();
        edits.days();
        edits.metadata();
        for (int at = 0; at < rule.patterns().size(); at++) {
            edits.pattern(at);
        }
        return edits.mutants;
    }

    private void add(String before, String after, Optional<Rule> edited, boolean decides) {
        add(rule.place().line(), "", before, after, edited, decides);
    }

    private void add(int line, String where, String before, String after, Optional<Rule> edited, boolean decides) {
        mutants.add(new Mutant(rule.place().file(), line, "rule \"" + rule.name() + "\"" + where, before, after, new Change.OfRule(rule, edited, decides)));
    }

    private void word() {
        WORDS.getOrDefault(rule.word(), List.of()).forEach(word -> add("conclude." + rule.word().spelling(), "conclude." + word.spelling(),
                Optional.of(new Rule(rule.name(), rule.place(), rule.metadata(), rule.from(), rule.until(), rule.patterns(), word)), true));
    }

    private void days() {
        rule.from().ifPresent(day -> beside(day).forEach(other -> add("date-effective " + day, "date-effective " + other, Optional.of(dated(Optional.of(other), rule.until())), false)));
        rule.until().ifPresent(day -> beside(day).forEach(other -> add("date-expires " + day, "date-expires " + other, Optional.of(dated(rule.from(), Optional.of(other))), false)));
    }

    private static Stream<LocalDate> beside(LocalDate day) {
        return Stream.of(day.minusDays(1), day.plusDays(1));
    }

    private Rule dated(Optional<LocalDate> from, Optional<LocalDate> until) {
        return new Rule(rule.name(), rule.place(), rule.metadata(), from, until, rule.patterns(), rule.word());
    }

    private void metadata() {
        rule.one("reading").ifPresent(reading -> add("@reading(\"" + reading + "\")", "", Optional.of(without("reading")), false));
        List<String> members = rule.all("requires");
        members.stream().filter(any -> members.size() > 1).forEach(member -> add("@requires " + member, "", Optional.of(with("requires", members.stream().filter(other -> !other.equals(member)).toList())), true));
        if (rule.word().isFinding() || rule.word() == Word.REQUIRE) {
            Stream.of("where", "unless").forEach(name -> rule.one(name).ifPresent(id -> add("@" + name + "(\"" + id + "\")", "", Optional.of(without(name)), true)));
        }
    }

    private Rule without(String name) {
        return with(name, List.of());
    }

    private Rule with(String name, List<String> values) {
        Map<String, List<String>> metadata = new LinkedHashMap<>(rule.metadata());
        metadata.put(name, values);
        metadata.values().removeIf(List::isEmpty);
        return new Rule(rule.name(), rule.place(), metadata, rule.from(), rule.until(), rule.patterns(), rule.word());
    }

    private void pattern(int at) {
        List<Expression> constraints = rule.patterns().get(at).constraints();
        Written written = new Written(rule, at);
        int line = rule.patterns().get(at).place().line();
        String where = ", " + rule.patterns().get(at).binding().orElse("pattern " + (at + 1));
        for (int which = 0; which < constraints.size(); which++) {
            Expression constraint = constraints.get(which);
            int place = which;
            add(line, where, written.of(constraint), "", Optional.of(constrained(at, place, Optional.empty())), false);
            ConditionEdits.of(constraint).distinct().forEach(edited -> add(line, where, written.of(constraint), written.of(edited), Optional.of(constrained(at, place, Optional.of(edited))), false));
        }
    }

    private Rule constrained(int at, int which, Optional<Expression> edited) {
        List<Pattern> patterns = new ArrayList<>(rule.patterns());
        Pattern old = patterns.get(at);
        List<Expression> constraints = new ArrayList<>(old.constraints());
        edited.ifPresentOrElse(other -> constraints.set(which, other), () -> constraints.remove(which));
        patterns.set(at, new Pattern(old.binding(), old.type(), List.copyOf(constraints), old.place()));
        return new Rule(rule.name(), rule.place(), rule.metadata(), rule.from(), rule.until(), List.copyOf(patterns), rule.word());
    }
}
