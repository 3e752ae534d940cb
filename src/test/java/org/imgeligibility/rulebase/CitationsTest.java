package org.imgeligibility.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.imgeligibility.rulebase.language.Rule;
import org.junit.jupiter.api.Test;

/** Which sources a rule rests on, by its own words and by the rows it reads. */
class CitationsTest {

    private static final Policy POLICY = PolicyLoader.load(RuleFiles.of(Path.of("rules")));
    private static final Citations CITATIONS = new Citations(POLICY);

    private static List<Rule> byRows() {
        return POLICY.rules().stream().filter(rule -> rule.all("source").stream().anyMatch(citation -> citation.startsWith("{"))).toList();
    }

    @Test
    void nearlyEveryRuleThatReadsItsSourceFromRowsRestsOnSome() {
        List<String> without = byRows().stream().filter(rule -> CITATIONS.byRows(rule).isEmpty()).map(Rule::name).toList();
        assertThat(byRows()).hasSizeGreaterThan(100);
        assertThat(without).as("rules that no row of today can match").hasSizeLessThan(byRows().size() / 50);
    }

    @Test
    void rowsThatTheRuleCannotReadAreLeftOut() {
        Rule one = byRows().stream().filter(rule -> rule.name().equals("There are too few credit years")).findFirst().orElseThrow();
        assertThat(CITATIONS.byRows(one)).hasSize(1);
        assertThat(CITATIONS.own(one)).isEmpty();
        assertThat(CITATIONS.restsOn(one, CITATIONS.byRows(one).get(0).id())).isTrue();
        assertThat(POLICY.sources().keySet().stream().filter(id -> CITATIONS.restsOn(one, id))).hasSize(1);
    }
}
