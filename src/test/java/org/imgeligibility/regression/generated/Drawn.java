package org.imgeligibility.regression.generated;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Policy;

/**
 * Generated applicants for tests of properties. The seed is printed; another is given by {@code -Dseed=7}, another
 * share of the usual number by {@code -Dtimes=0.1}.
 */
public final class Drawn {

    private static final long SEED = Long.getLong("seed", 20261122L);
    private static final double TIMES = Double.parseDouble(System.getProperty("times", "1"));
    private static final int SHOWN = 3;

    private Drawn() {
    }

    /** What is found of so many applicants, each looked at by itself; of what there is too much, the first few. */
    public static List<String> findings(Policy policy, String property, int count, Function<Applicant, Stream<String>> look) {
        Generator generator = new Generator(policy);
        return numbers(property, count).parallel().boxed().flatMap(number -> look.apply(generator.applicant(SEED, number))
                .map(found -> "applicant " + number + " of seed " + SEED + ": " + found)).limit(SHOWN).toList();
    }

    /** So many applicants of one day and reading: those of the first. */
    public static List<Applicant> together(Policy policy, String property, int count) {
        Generator generator = new Generator(policy);
        Applicant first = generator.applicant(SEED, 0);
        return numbers(property, count).mapToObj(number -> generator.on(first.asOf(), first.reading(), generator.applicant(SEED, number), new Random(SEED))).toList();
    }

    private static IntStream numbers(String property, int count) {
        int all = (int) Math.ceil(count * TIMES);
        System.out.println(property + ": " + all + " generated applicants, seed " + SEED);
        return IntStream.range(0, all);
    }

    /** Of each topic all questions but of a large family, and of that a few. */
    public static List<String> questions(Policy policy, Random random) {
        List<String> drawn = new ArrayList<>();
        policy.questions().values().stream().map(question -> question.topic()).distinct().forEach(topic -> {
            List<String> ids = new ArrayList<>(policy.questions().values().stream().filter(question -> question.topic().equals(topic)).map(question -> question.id()).toList());
            Collections.shuffle(ids, random);
            drawn.addAll(ids.size() > 20 ? ids.subList(0, 3) : ids);
        });
        return drawn;
    }
}
