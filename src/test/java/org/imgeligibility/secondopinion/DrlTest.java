package org.imgeligibility.secondopinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.facts.ApplicantReader;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.regression.Regression;
import org.imgeligibility.rulebase.Common;
import org.imgeligibility.rulebase.Match;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.secondopinion.PlainMatcher.Found;
import org.junit.jupiter.api.Test;

/** The rules say in this program what they say as DRL to Drools' own compiler. */
class DrlTest {

    private static final int EVERY = 40;
    private static final RuleBase RULES = RuleBase.builtIn();

    @Test
    void bothFindTheSame() {
        CompiledByDrools drools = new CompiledByDrools(RULES.policy());
        List<Fixture> all = Regression.of(Path.of("fixtures"), new Evaluator(RULES)).fixtures();
        List<Fixture> some = Stream.iterate(0, at -> at < all.size(), at -> at + EVERY).map(all::get).toList();
        assertThat(some).hasSizeGreaterThan(50).allSatisfy(fixture -> {
            Facts facts = ApplicantReader.read(RULES.policy().vocabulary(), fixture.applicant(), List.of()).facts();
            Common common = RULES.on(fixture.asOf());
            Map<Type, List<Instance>> sections = RULES.sections(facts);
            List<Instance> instances = new ArrayList<>(common.instances().values().stream().flatMap(List::stream).toList());
            sections.values().forEach(instances::addAll);
            Set<Found> found = new HashSet<>();
            Stream.of(common.matches(), RULES.matches(common, sections)).flatMap(List::stream).map(DrlTest::found).forEach(found::add);
            assertThat(found).as(fixture.name()).isEqualTo(drools.matches(instances));
        });
    }

    private static Found found(Match match) {
        return PlainMatcher.found(match.rule(), match.facts());
    }
}
