package org.imgeligibility.regression.diff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.regression.generated.Applicant;
import org.imgeligibility.regression.generated.Generator;
import org.imgeligibility.regression.generated.Needs;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Word;

/** Makes applicants up at the edges of both sides, most of them at those of what was edited. */
final class MadeUp {

    private final Edit edit;
    private final Needs needs;
    private final List<Generator> generators;
    private final List<List<Rule>> aims;
    private final List<LocalDate> days;

    MadeUp(Side from, Side to, Edit edit) {
        this.edit = edit;
        this.needs = new Needs(to.policy());
        generators = List.of(new Generator(from.policy()), new Generator(to.policy()));
        aims = List.of(edit.rules(Edit.Versions::from), edit.rules(Edit.Versions::to));
        days = edit.days();
    }

    Subjects subjects(long seed, int count, Optional<LocalDate> day) {
        List<Subject> subjects = IntStream.range(0, count).parallel().mapToObj(number -> subject(seed, number, day)).toList();
        return new Subjects("made-up applicants (seed " + seed + ")", subjects, List.of());
    }

    /** Every second one by the vocabulary and constants of the other side, every fourth wherever it falls, half of them with few facts. */
    private Subject subject(long seed, int number, Optional<LocalDate> day) {
        Random random = new Random(seed * 31 + number);
        Generator generator = generators.get(number % 2);
        List<Rule> edited = aims.get(number % 2);
        Applicant made = generator.applicant(seed, number);
        Optional<LocalDate> wanted = day.or(() -> days.isEmpty() || random.nextBoolean() ? Optional.empty() : Optional.of(days.get(random.nextInt(days.size()))));
        Applicant whole = wanted.map(other -> generator.on(other, made.reading(), made, random)).orElse(made);
        Applicant base = number % 4 < 2 ? whole : thinned(whole, random);
        Applicant aimed = edited.isEmpty() || number % 4 == 3 ? base : aimed(generator, edited.get(random.nextInt(edited.size())), base, random);
        return new Subject("made-up applicant " + number, aimed.asOf(), aimed.facts());
    }

    /** Little is known of some, so that what was edited is not hidden by something worse. */
    private static Applicant thinned(Applicant whole, Random random) {
        Facts facts = whole.facts();
        for (String path : List.copyOf(facts.values().keySet())) {
            facts = random.nextInt(4) == 0 ? facts : facts.without(path);
        }
        return new Applicant(whole.asOf(), whole.reading(), facts);
    }

    /** At the edge of a rule, and where it counts only under some requirement, first at that of a rule that decides this. */
    private Applicant aimed(Generator generator, Rule rule, Applicant base, Random random) {
        List<Rule> guarding = Stream.of("where", "unless").flatMap(name -> rule.all(name).stream()).flatMap(id -> needs.of(id).stream()).flatMap(id -> needs.rules(id).stream())
                .filter(one -> one.word().isFinding()).toList();
        if (!guarding.isEmpty()) {
            return generator.near(rule, generator.near(guarding.get(random.nextInt(guarding.size())), base, random, any -> false), random, edit::isOfEditedRow);
        }
        return rule.word() == Word.REFUSE ? generator.against(rule, base, random) : generator.near(rule, base, random, edit::isOfEditedRow);
    }

    /** The same applicant on another day, without what contradicts it there. */
    Applicant on(LocalDate day, Facts facts, String reading, long seed) {
        return generators.get(1).on(day, reading, new Applicant(day, reading, facts), new Random(seed));
    }
}
