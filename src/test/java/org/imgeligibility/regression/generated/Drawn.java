package org.imgeligibility.regression.generated;

import java.util.List;
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
        int all = (int) (count * TIMES);
        System.out.println(property + ": " + all + " generated applicants, seed " + SEED);
        Generator generator = new Generator(policy);
        return IntStream.range(0, all).parallel().boxed().flatMap(number -> look.apply(generator.applicant(SEED, number))
                .map(found -> "applicant " + number + " of seed " + SEED + ": " + found)).limit(SHOWN).toList();
    }
}
