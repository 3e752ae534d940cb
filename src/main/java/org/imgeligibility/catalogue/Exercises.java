package org.imgeligibility.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.RuleFiles;

/** Which fixtures exercise each rule, by its name: the nearest few, and how many there are. */
public record Exercises(SortedMap<String, Exercise> byRule) {

    private static final int NAMED = 2;
    private static final List<Integer> BANDS = List.of(10, 20, 50, 100, 200, 500, 1000);
    /** The name under which they are kept beside the pages, and packed into the program. */
    public static final String FILE = "cases.csv";
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setHeader("rule", "cases", "nearest").setSkipHeaderRecord(true).setRecordSeparator('\n').get();

    /**
     * @param count   exact below ten; above, the last of 10, 20, 50, 100 … that it reaches, so that few lines change with each case
     * @param nearest the names of those that reach the fewest other rules
     */
    public record Exercise(int count, List<String> nearest) {

        /** "3 cases", "at least 50 cases". */
        public String words() {
            return count == 1 ? "1 case" : (count >= BANDS.get(0) ? "at least " : "") + count + " cases";
        }
    }

    /** Those kept for the built-in rules when the program was built; none for other rules. */
    public static Optional<Exercises> packed(Policy policy) {
        try (InputStream kept = Exercises.class.getClassLoader().getResourceAsStream("catalogue/" + FILE)) {
            return kept == null || !policy.digest().equals(RuleFiles.builtInDigest()) ? Optional.empty() : Optional.of(read(new String(kept.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** @param cases the names of all cases that reach a rule, the nearest first */
    public static Exercises of(Map<String, List<String>> cases) {
        SortedMap<String, Exercise> byRule = new TreeMap<>();
        cases.forEach((rule, names) -> byRule.put(rule, new Exercise(banded(names.size()), names.stream().limit(NAMED).toList())));
        return new Exercises(byRule);
    }

    private static int banded(int count) {
        return BANDS.stream().filter(band -> band <= count).reduce((lower, higher) -> higher).orElse(count);
    }

    public Optional<Exercise> of(String rule) {
        return Optional.ofNullable(byRule.get(rule));
    }

    /** As a table to keep, which {@link #read} takes back. */
    public String csv() {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT.builder().setSkipHeaderRecord(false).get())) {
            for (Map.Entry<String, Exercise> rule : byRule.entrySet()) {
                printer.printRecord(rule.getKey(), rule.getValue().count(), String.join("|", rule.getValue().nearest()));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    public static Exercises read(String csv) {
        SortedMap<String, Exercise> byRule = new TreeMap<>();
        try {
            for (CSVRecord record : FORMAT.parse(new StringReader(csv))) {
                byRule.put(record.get(0), new Exercise(Integer.parseInt(record.get(1)), Arrays.asList(record.get(2).split("\\|"))));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Exercises(byRule);
    }
}
