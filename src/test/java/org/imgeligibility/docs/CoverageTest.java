package org.imgeligibility.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.PolicyLoader;
import org.imgeligibility.rulebase.RuleFiles;
import org.imgeligibility.rulebase.language.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/coverage.md lists every checkable statement of the commissioning documents with what carries it. */
class CoverageTest {

    private static final Set<String> REASONS = Set.of("opinion", "advertisement", "dated statistic", "outside eligibility", "pointer");
    private static final Pattern CARRIER = Pattern.compile("`(rule|question|requirement) \"([^\"]+)\"`|`([a-z-]+(?:/[a-z-]+)*\\.csv)#([^`]+)`|none: ([a-z ]+?(?: of [^|;]+?)?)(?= *[|;])");

    /** A row of a table: the ids of the statement and what is said to carry it. */
    private record Statement(String ids, String carriedBy) {
    }

    private static Policy policy;
    private static List<Statement> statements;
    private static String page;

    @BeforeAll
    static void read() throws IOException {
        policy = PolicyLoader.load(RuleFiles.of(Path.of("rules")));
        page = Files.readString(Path.of("docs/coverage.md"));
        statements = page.lines().map(line -> line.split("(?<!\\\\)\\|")).filter(cells -> cells.length == 5 && cells[1].matches(" *[A-Z0-9]+[-A-Z0-9:, ]*\\d.*"))
                .map(cells -> new Statement(cells[1].strip(), cells[4] + "|")).toList();
    }

    @Test
    void everyStatementIsCarriedOrHasAReasonOfTheList() {
        assertThat(statements).hasSizeGreaterThan(200).allSatisfy(statement -> assertThat(carriers(statement)).as(statement.ids()).isNotEmpty());
    }

    @Test
    void whatCarriesAStatementExists() {
        Set<String> rules = policy.rules().stream().map(Rule::name).collect(Collectors.toSet());
        List<String> unknown = new ArrayList<>();
        for (Statement statement : statements) {
            for (MatchResult carrier : carriers(statement)) {
                String kind = carrier.group(1);
                boolean exists = kind == null ? carrier.group(3) == null ? isReason(carrier.group(5)) : isRow(carrier.group(3), carrier.group(4))
                        : kind.equals("rule") ? rules.contains(carrier.group(2)) : kind.equals("question") ? policy.questions().containsKey(carrier.group(2))
                        : policy.requirements().containsKey(carrier.group(2));
                if (!exists) {
                    unknown.add(statement.ids() + ": " + carrier.group());
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void theCountsOfThePageAreTrue() {
        Map<String, Long> counted = new TreeMap<>(statements.stream().flatMap(statement -> kinds(statement)).collect(Collectors.groupingBy(kind -> kind, Collectors.counting())));
        counted.forEach((kind, count) -> assertThat(page).as(kind).containsPattern("(?m)^\\| *" + Pattern.quote(kind) + " *\\| *" + count + " *\\|"));
    }

    private static Stream<String> kinds(Statement statement) {
        List<MatchResult> carriers = carriers(statement);
        boolean carried = carriers.stream().anyMatch(carrier -> carrier.group(5) == null);
        return carried ? Stream.of("carried") : carriers.stream().map(carrier -> carrier.group(5).replaceFirst(" of .*", "")).distinct();
    }

    private static List<MatchResult> carriers(Statement statement) {
        return CARRIER.matcher(statement.carriedBy()).results().toList();
    }

    private static boolean isReason(String reason) {
        return REASONS.contains(reason.strip()) || reason.startsWith("duplicate of ") && Stream.of(reason.substring(13).split(",| and "))
                .allMatch(id -> statements.stream().anyMatch(statement -> List.of(statement.ids().split("[, ]+")).contains(id.strip())));
    }

    private static boolean isRow(String file, String key) {
        return policy.tables().values().stream().filter(table -> table.file().equals(file)).flatMap(table -> table.rows().stream())
                .anyMatch(row -> String.valueOf(row.fact().value(row.fact().type().fields().get(0).name())).equals(key));
    }
}
