package org.imgeligibility.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imgeligibility.facts.Choice;
import org.imgeligibility.facts.FieldType;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.PolicyLoader;
import org.imgeligibility.rulebase.RuleFiles;
import org.imgeligibility.rulebase.language.Type;
import org.junit.jupiter.api.Test;

/** Java knows no medicine: no word of the vocabulary, the questions or the tables stands in the program's code. */
class NoMedicineTest {

    private static final Policy POLICY = PolicyLoader.load(RuleFiles.of(Path.of("rules")));

    /** Words of the policy that are plain English or the program's own terms, and so may stand in code. */
    private static final Set<String> PLAIN = Set.of("name", "outcome", "title", "reading", "source", "confidence", "value", "unit", "from", "until", "day", "number", "requirement",
            "standing", "note", "code", "countries", "none", "asof", "person", "says", "start", "limit", "condition", "needs", "notes", "steps", "decided",
            "place", "either", "full", "total", "yes", "terms", "review", "context", "window", "year", "since",
            // where a table places its rows on a map, for any table
            "tilerow", "tilecolumn");

    /** The words that name something of the policy: fields, types, choices, keys of tables, ids and titles of questions. */
    private static Set<String> words() {
        Set<String> words = new TreeSet<>();
        POLICY.vocabulary().sections().forEach(section -> {
            words.add(section.name());
            section.fields().forEach(field -> words.add(field.name()));
        });
        POLICY.types().byName().keySet().forEach(words::add);
        POLICY.types().byName().values().stream().filter(type -> type.kind() == Type.Kind.TABLE).flatMap(type -> type.fields().stream()).forEach(field -> words.add(field.name()));
        POLICY.types().choices().values().stream().map(FieldType.OneOf::choices).flatMap(List::stream).map(Choice::id).forEach(words::add);
        Stream.concat(POLICY.questions().keySet().stream(), POLICY.requirements().keySet().stream()).flatMap(id -> Stream.of(id, id.substring(0, Math.max(id.indexOf('/'), 0))))
                .forEach(words::add);
        words.addAll(Set.of("USMLE", "ECFMG", "WFME", "OET", "NRMP", "ERAS", "H-1B", "J-1", "visa", "licensure", "residency", "Alabama", "California", "medical"));
        words.removeIf(word -> word.length() < 3 || word.matches("\\d+") || PLAIN.contains(word.toLowerCase(Locale.ROOT)));
        return words;
    }

    @Test
    void noWordOfThePolicyStandsInTheCode() throws IOException {
        Set<String> words = words();
        assertThat(words).hasSizeGreaterThan(150).contains("hasId", "STEP_2_CK", "usmle-id", "NMC", "Exam");
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String code = withoutComments(Files.readString(file));
                words.stream().filter(word -> Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(word) + "(?![A-Za-z0-9_])").matcher(code).find())
                        .forEach(word -> found.add(file + " knows '" + word + "'"));
            }
        }
        assertThat(found).isEmpty();
    }

    /** Comments may give examples; the command line's own description says what the program is for. */
    private static String withoutComments(String code) {
        return code.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\n]*", "").replace("international medical graduate", "");
    }
}
