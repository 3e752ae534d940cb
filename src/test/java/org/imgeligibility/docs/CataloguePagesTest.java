package org.imgeligibility.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.catalogue.Contents;
import org.imgeligibility.catalogue.Exercises;
import org.imgeligibility.catalogue.MarkdownEdition;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.regression.Exercised;
import org.imgeligibility.regression.Regression;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.PolicyLoader;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.rulebase.RuleFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The catalogue is kept beside the policy, so that a change of either shows in a review.
 * {@code mvn test -Dtest=CataloguePagesTest -Dcatalogue.accept=true} writes it anew.
 */
class CataloguePagesTest {

    /** The day of the policy as recorded, so that the pages change with the policy alone. */
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Path KEPT = Path.of("docs/catalogue");
    private static final String RENEW = "docs/catalogue is not what the rules and fixtures say. Renew it: mvn test -Dtest=CataloguePagesTest -Dcatalogue.accept=true";
    private static final Pattern PLACE = Pattern.compile("<a id=\"([^\"]+)\"></a>");
    private static final Pattern TARGET = Pattern.compile("(?m)^\\[(.+)]: (\\S+)$|]\\(([^)]+)\\)");

    private static Map<String, String> pages;

    @BeforeAll
    static void make() throws IOException {
        Policy policy = PolicyLoader.load(RuleFiles.of(Path.of("rules")));
        if (Boolean.getBoolean("catalogue.accept")) {
            Files.createDirectories(KEPT);
            Files.writeString(KEPT.resolve(Exercises.FILE), exercises());
        }
        Exercises exercises = Exercises.read(Files.readString(KEPT.resolve(Exercises.FILE)));
        pages = new MarkdownEdition(new Contents(policy, DAY, policy.readings(), Optional.of(exercises))).pages();
        if (Boolean.getBoolean("catalogue.accept")) {
            accept();
        }
    }

    private static String exercises() {
        Evaluator evaluator = new Evaluator(RuleBase.builtIn());
        Exercised exercised = new Exercised(evaluator);
        Regression.of(Path.of("fixtures"), evaluator).fixtures().parallelStream().forEach(exercised::add);
        return Exercises.of(exercised.byRule()).csv();
    }

    private static void accept() throws IOException {
        for (String old : kept().keySet()) {
            Files.delete(KEPT.resolve(old));
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.createDirectories(KEPT.resolve(page.getKey()).getParent());
            Files.writeString(KEPT.resolve(page.getKey()), page.getValue());
        }
    }

    private static Map<String, String> kept() throws IOException {
        Map<String, String> kept = new TreeMap<>();
        try (Stream<Path> files = Files.walk(KEPT)) {
            files.filter(file -> file.toString().endsWith(".md")).forEach(file -> kept.put(KEPT.relativize(file).toString().replace('\\', '/'), text(file)));
        }
        return kept;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void theKeptPagesAreThoseOfTheRules() throws IOException {
        Map<String, String> kept = kept();
        List<String> stale = new ArrayList<>();
        new TreeSet<>(Stream.concat(kept.keySet().stream(), pages.keySet().stream()).toList()).stream()
                .filter(page -> !Optional.ofNullable(kept.get(page)).equals(Optional.ofNullable(pages.get(page)))).forEach(stale::add);
        assertThat(stale).as(RENEW).isEmpty();
    }

    @Test
    void everyLinkLeadsToAPlaceThatIsThere() {
        Map<String, Set<String>> places = pages.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, page -> PLACE.matcher(page.getValue()).results().map(found -> found.group(1)).collect(Collectors.toSet())));
        List<String> lost = new ArrayList<>();
        int[] links = {0};
        pages.forEach((page, text) -> TARGET.matcher(text).results().forEach(link -> {
            String[] target = Optional.ofNullable(link.group(2)).orElse(link.group(3)).split("#", 2);
            String file = target[0].isEmpty() ? page : Path.of(page).resolveSibling(target[0]).normalize().toString().replace('\\', '/');
            links[0]++;
            if (!pages.containsKey(file) || target.length > 1 && !places.get(file).contains(target[1])) {
                lost.add(page + ": " + link.group());
            }
        }));
        assertThat(lost).isEmpty();
        assertThat(links[0]).isGreaterThan(2000);
    }

    @Test
    void everyReferenceHasATargetOnItsPage() {
        Pattern reference = Pattern.compile("(?<!\\\\)\\[((?:[^\\[\\]\\\\]|\\\\.)+)](?:\\[([^\\]]+)])?(?![:(\\[])");
        List<String> lost = new ArrayList<>();
        pages.forEach((page, text) -> {
            Set<String> targets = TARGET.matcher(text).results().filter(link -> link.group(1) != null).map(link -> link.group(1)).collect(Collectors.toSet());
            reference.matcher(text.replaceAll("(?m)^\\[.+]: .*$|`[^`]*`", "")).results().map(found -> Optional.ofNullable(found.group(2)).orElse(found.group(1))).filter(label -> !targets.contains(label))
                    .forEach(label -> lost.add(page + ": " + label));
        });
        assertThat(lost).isEmpty();
    }

    @Test
    void noPlaceStandsTwice() {
        pages.forEach((page, text) -> assertThat(PLACE.matcher(text).results().map(found -> found.group(1)).toList()).as(page).doesNotHaveDuplicates());
    }

    @Test
    void aReaderFindsWhatIsPromised() {
        assertThat(pages.get("README.md")).contains("As of 21 November 2026", "](calendar.md)", "](questions/licensure.md) (76)");
        assertThat(pages.get("questions/certification.md")).contains("Needs **all** of:", "unless this is met: [", "(reading `current` only)");
        assertThat(pages.get("rules/licensure-licensure.md")).contains("- Exercised by: at least ", "- Stands in: `rules/licensure/licensure.drl:", "- Where: a row of Jurisdiction");
        assertThat(pages.get("calendar.md")).contains("## Still to come", "### 1 January 2024", "] begins (reading `stated`)", "is to be reviewed by this day");
        assertThat(pages.get("sources/licensure.md")).contains("What rests on it: 1 table row\n");
        assertThat(pages.values().stream().mapToInt(String::length).sum()).isLessThan(1_700_000);
    }
}
