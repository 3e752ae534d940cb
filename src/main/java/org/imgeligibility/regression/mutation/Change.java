package org.imgeligibility.regression.mutation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Table;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;

/** One edit of a parsed policy. */
sealed interface Change {

    Policy in(Policy policy);

    /** Whether a rule reads what was edited. */
    boolean concerns(Rule rule);

    /** What stands in place of a rule. */
    Optional<Rule> edited(Rule rule);

    /** Whether the edit changes what a match means, and not only which there are. */
    boolean decides();

    record OfRule(Rule rule, Optional<Rule> edited, boolean decides) implements Change {

        @Override
        public Policy in(Policy policy) {
            List<Rule> rules = new ArrayList<>();
            policy.rules().forEach(one -> edited(one).ifPresent(rules::add));
            return new Policy(policy.vocabulary(), policy.types(), policy.readings(), policy.sources(), policy.questions(), policy.requirements(), rules, policy.tables(), policy.digest());
        }

        @Override
        public boolean concerns(Rule one) {
            return one == rule;
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
            return new Policy(policy.vocabulary(), policy.types(), policy.readings(), policy.sources(), policy.questions(), policy.requirements(), policy.rules(), tables, policy.digest());
        }

        @Override
        public boolean concerns(Rule rule) {
            return rule.patterns().stream().anyMatch(pattern -> pattern.type().equals(type));
        }

        @Override
        public Optional<Rule> edited(Rule rule) {
            return Optional.of(rule);
        }
    }
}
