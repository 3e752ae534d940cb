package org.imgeligibility.regression.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.regression.generated.Applicant;
import org.imgeligibility.regression.generated.Generator;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.PolicyLoader;
import org.imgeligibility.rulebase.RuleFiles;
import org.junit.jupiter.api.Test;

/** What is listed as changing no verdict changes none on 20,000 made-up applicants, and is little. */
class EquivalentMutantsTest {

    private static final Path LIST = Path.of("docs/equivalent-mutants.yaml");
    private static final int MANY = 20_000;
    private static final long SEED = 20;

    @Test
    void whatIsListedShowsNoDifference() throws IOException {
        Policy policy = PolicyLoader.load(RuleFiles.of(Path.of("rules")));
        Map<String, String> listed = Equivalents.read(LIST.toString(), Files.readString(LIST));
        Mutation mutation = new Mutation(policy, List.of());
        List<Mutant> all = mutation.mutants(any -> true);
        List<Mutant> known = all.stream().filter(mutant -> listed.containsKey(mutant.id())).toList();
        assertThat(known).hasSameSizeAs(listed.keySet());
        assertThat(known.size() * 100L).isLessThanOrEqualTo(3L * all.size());
        List<Applicant> applicants = new Generator(policy).applicants(SEED, MANY).toList();
        Search search = new Search(mutation);
        assertThat(known.parallelStream().filter(mutant -> search.among(mutant, applicants, SEED).isPresent()).map(Mutant::id).toList()).isEmpty();
    }

    @Test
    void anEntryWithoutReasonIsRefusedWithItsLine() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Equivalents.read("list.yaml", "- edit: one\n  reason: why\n- edit: two\n")).isInstanceOf(InputException.class)
                .hasMessageContaining("list.yaml:3").hasMessageContaining("'reason'");
    }
}
