package org.imgeligibility.regression.mutation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Table;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Matching;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;

/** One edit of a parsed policy. */
sealed interface Change {

    Policy in(Policy policy);

    /** Whether a rule reads what was edited. */
    boolean concerns(Rule rule);

    /**
     * Whether it can change anything of a rule where only some matches matter.
     *
     * @param fits whether instances taken so far can matter
     */
    boolean canMatter(Rule rule, Predicate<List<Instance>> fits);

    /** What stands in place of a rule. */
    Optional<Rule> edited(Rule rule);

    /** Whether the edit changes what a match means, and not only which there are. */
    boolean decides();

    record OfRule(Rule rule, Optional<Rule> edited, boolean decides) implements Change {

        @Override
        public Policy in(Policy policy) {
            List<Rule> rules = new ArrayList<>();
            policy.rules().forEach(one -> edited(one).ifPresent(rules::add));
            return new Policy(policy.vocabulary(), policy.types(), policy.readings(), policy.sources(), policy.questions(), policy.requirements(), policy.classifications(), rules, policy.tables(), policy.digest());
        }

        @Override
        public boolean concerns(Rule one) {
            return one == rule;
        }

        @Override
        public boolean canMatter(Rule one, Predicate<List<Instance>> fits) {
            return true;
        }

        @Override
        public Optional<Rule> edited(Rule one) {
            return one == rule ? edited : Optional.of(one);
        }
    }

    /** @param decides whether rules take ids from the cell */
    record OfCell(Type type, Table.Row row, Table.Row edited, String column, boolean decides) implements Change {

        @Override
        public Policy in(Policy policy) {
            Map<String, Table> tables = new LinkedHashMap<>(policy.tables());
            tables.computeIfPresent(type.name(), (name, table) -> new Table(table.file(), type, table.rows().stream().map(one -> one == row ? edited : one).toList()));
            return new Policy(policy.vocabulary(), policy.types(), policy.readings(), policy.sources(), policy.questions(), policy.requirements(), policy.classifications(), policy.rules(), tables, policy.digest());
        }

        @Override
        public boolean concerns(Rule rule) {
            return IntStream.range(0, rule.patterns().size()).anyMatch(at -> rule.patterns().get(at).type().equals(type) && (suits(rule, at, row) || suits(rule, at, edited)));
        }

        /** Whether a pattern can match a row, by what it says of the row alone. */
        static boolean suits(Rule rule, int at, Table.Row row) {
            List<Instance> chosen = Collections.nCopies(at + 1, row.fact());
            return rule.patterns().get(at).constraints().stream().filter(constraint -> constraint.fields().allMatch(field -> field.pattern() == at))
                    .allMatch(constraint -> Matching.holds(constraint, chosen));
        }

        @Override
        public boolean canMatter(Rule rule, Predicate<List<Instance>> fits) {
            boolean first = rule.patterns().get(0).type().equals(type) && rule.patterns().stream().skip(1).noneMatch(pattern -> pattern.type().equals(type));
            return !first || fits.test(List.of(row.fact())) || fits.test(List.of(edited.fact()));
        }

        @Override
        public Optional<Rule> edited(Rule rule) {
            return Optional.of(rule);
        }
    }
}
