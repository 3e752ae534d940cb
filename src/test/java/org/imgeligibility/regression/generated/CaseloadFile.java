package org.imgeligibility.regression.generated;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.RuleBase;

/**
 * Writes a file of generated applicants, one a line, all of them sound on one day and named by their number.
 * Arguments: how many, file, day.
 */
public final class CaseloadFile {

    private static final long SEED = 20261122L;
    private static final int AT_ONCE = 5000;

    private CaseloadFile() {
    }

    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[1]), Integer.parseInt(arguments[0]), LocalDate.parse(arguments[2]));
    }

    public static void write(Path file, int count, LocalDate day) throws IOException {
        Policy policy = RuleBase.builtIn().policy();
        Generator generator = new Generator(policy);
        try (PrintWriter lines = new PrintWriter(Files.newBufferedWriter(file))) {
            for (int from = 0; from < count; from += AT_ONCE) {
                List<String> some = IntStream.range(from, Math.min(count, from + AT_ONCE)).parallel().mapToObj(number -> line(policy, generator, day, number)).toList();
                some.forEach(line -> lines.print(line + "\n"));
            }
        }
    }

    private static String line(Policy policy, Generator generator, LocalDate day, int number) {
        Random random = new Random(SEED + number);
        Applicant applicant = generator.on(day, policy.readings().get(0), generator.applicant(SEED, number), random);
        return ApplicantFile.of(applicant.facts(), policy.vocabulary(), random).replaceFirst("^\\{", "{\"id\":\"" + number + "\",").replace(",}", "}");
    }
}
