package org.imgeligibility.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.imgeligibility.rulebase.PolicyLoader;
import org.imgeligibility.rulebase.RuleFiles;
import org.junit.jupiter.api.Test;

/** The shipped rules, on a day that does not move on. */
class ShippedRulesTest {

    private static final RuleFiles FILES = RuleFiles.of(Path.of("rules"));

    @Test
    void nothingIsFoundAndEverySearchCameToItsEnd() {
        Report report = Lint.report(FILES, LocalDate.of(2026, 11, 21), false);
        assertThat(report.findings()).isEmpty();
        assertThat(report.cutShort()).isZero();
        assertThat(report.allowed()).hasSizeGreaterThan(10).allMatch(allowed -> allowed.reason().length() > 20);
    }

    @Test
    void sourcesFallDueWithTheYears() {
        Folder later = Folder.of(FILES, PolicyLoader.load(FILES), LocalDate.of(2040, 1, 1), 1);
        assertThat(Sources.findings(later).filter(finding -> finding.check() == Check.OVERDUE_SOURCE)).hasSize(later.policy().sources().size());
    }
}
