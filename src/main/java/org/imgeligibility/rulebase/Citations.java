package org.imgeligibility.rulebase;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Matching;
import org.imgeligibility.rulebase.language.Pattern;
import org.imgeligibility.rulebase.language.Rule;

/** The sources that rules name, whether in their own words or by the rows of the tables they read. */
public final class Citations {

    private final Policy policy;

    public Citations(Policy policy) {
        this.policy = policy;
    }

    /** Those a rule names itself, at the place it names. */
    public List<Source> own(Rule rule) {
        return rule.all("source").stream().filter(citation -> !isByRow(citation)).flatMap(citation -> policy.cited(citation).stream()).toList();
    }

    /** Those named by the rows that the rule can match, each document once, by title. */
    public List<Source> byRows(Rule rule) {
        return rule.all("source").stream().filter(Citations::isByRow).flatMap(citation -> named(rule, citation.substring(1, citation.length() - 1)))
                .flatMap(citation -> policy.cited(citation).stream())
                .collect(Collectors.toMap(Source::id, Function.identity(), (one, same) -> one)).values().stream()
                .sorted(Comparator.comparing(Source::title)).toList();
    }

    /** Whether a rule rests on a document in either way. */
    public boolean restsOn(Rule rule, String id) {
        return Stream.concat(own(rule).stream(), byRows(rule).stream()).anyMatch(source -> source.id().equals(id));
    }

    private static boolean isByRow(String citation) {
        return citation.startsWith("{");
    }

    private Stream<String> named(Rule rule, String value) {
        String[] parts = value.split("\\.");
        return rule.position(parts[0]).stream().flatMap(position -> rows(rule.patterns().get(position), position))
                .map(row -> row.value(parts[1])).filter(String.class::isInstance).map(String.class::cast);
    }

    /** The rows that what the rule asks of them alone does not rule out. */
    private Stream<Instance> rows(Pattern pattern, int position) {
        List<Expression> own = pattern.constraints().stream().filter(constraint -> constraint.fields().allMatch(field -> field.pattern() == position)).toList();
        return policy.tables().values().stream().filter(table -> table.type().equals(pattern.type())).flatMap(table -> table.rows().stream()).map(Table.Row::fact)
                .filter(row -> own.stream().allMatch(constraint -> Matching.holds(constraint, Collections.nCopies(position + 1, row))));
    }
}
