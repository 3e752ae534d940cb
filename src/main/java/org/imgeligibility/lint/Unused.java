package org.imgeligibility.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.imgeligibility.facts.Choice;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.language.Declarations;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Template;
import org.imgeligibility.rulebase.language.Type;

/** Facts, tables and columns that no rule reads, and requirements that nothing depends on. */
final class Unused {

    /** Metadata that holds values in braces. */
    private static final List<String> TEMPLATES = List.of("says", "next", "metFrom", "on", "confidence", "source", "requirement", "requires", "where", "unless", "value");
    /** What the language itself reads of a row, or what is there for editors. */
    private static final Set<String> READ_ANYWAY = Set.of("title", "source", "confidence", "note");

    private final Folder folder;
    private final Policy policy;
    private final Set<String> read = new HashSet<>();
    private final Set<String> looked = new HashSet<>();

    private Unused(Folder folder) {
        this.folder = folder;
        this.policy = folder.policy();
        policy.rules().forEach(this::read);
    }

    static Stream<Finding> findings(Folder folder) {
        Unused unused = new Unused(folder);
        return Stream.concat(folder.declared().stream().flatMap(unused::type), unused.requirements());
    }

    private void read(Rule rule) {
        rule.patterns().forEach(pattern -> looked.add(pattern.type().name()));
        Stream<Expression.FieldOf> tested = rule.patterns().stream().flatMap(pattern -> pattern.constraints().stream()).flatMap(Expression::fields);
        Stream<Expression.FieldOf> shown = TEMPLATES.stream().flatMap(name -> rule.all(name).stream()).filter(text -> text.indexOf('{') >= 0)
                .flatMap(text -> Template.parse(text, rule, policy.types()).fields().stream());
        Stream.concat(tested, shown).forEach(field -> read.add(rule.patterns().get(field.pattern()).type().name() + "." + field.field().name()));
        rule.patterns().forEach(pattern -> pattern.constraints().forEach(this::keys));
    }

    /** A table after "in" is read for its keys. */
    private void keys(Expression part) {
        if (part instanceof Expression.Membership membership && membership.keys()) {
            List<Object> keys = membership.list().stream().<Object>map(item -> String.valueOf(((Expression.Literal) item).value())).toList();
            policy.types().of(Type.Kind.TABLE).stream().map(Type::name).filter(name -> policy.types().choices().containsKey(name)
                    && policy.types().choices().get(name).choices().stream().<Object>map(Choice::id).toList().equals(keys)).forEach(looked::add);
        }
        part.parts().forEach(this::keys);
    }

    private Stream<Finding> type(Declarations.DeclaredType declared) {
        Type type = policy.types().byName().get(declared.name());
        if (type.kind() == Type.Kind.DAY) {
            return Stream.of();
        }
        boolean table = type.kind() == Type.Kind.TABLE;
        if (table && !looked.contains(type.name()) && !isListOfChoices(type)) {
            return Stream.of(new Finding(Check.UNUSED_TABLE, declared.place(), List.of(new Finding.Subject(Finding.Subject.Kind.TYPE, type.name())),
                    "no rule looks for the rows of '" + type.name() + "' (" + type.table().orElseThrow() + "). Use the table or take it out."));
        }
        return declared.fields().stream().filter(field -> !read.contains(type.name() + "." + field.name()) && !isReadAnyway(type, field.name())).map(field -> field(type, field, table));
    }

    private Finding field(Type type, Declarations.DeclaredField field, boolean table) {
        String message = table ? "no rule tests or shows the column '" + field.name() + "' of " + type.table().orElseThrow() + ". Use it or take it out."
                : "applicants are asked for '" + field.name() + "', which no rule tests or shows. Write the rule that needs it, or take the field out.";
        return new Finding(table ? Check.UNUSED_COLUMN : Check.UNUSED_FACT, field.place(), List.of(new Finding.Subject(Finding.Subject.Kind.FIELD, type.name() + "." + field.name())), message);
    }

    private boolean isReadAnyway(Type type, String name) {
        boolean key = type.key().filter(name::equals).isPresent() || type.unique().contains(name);
        if (type.kind() == Type.Kind.SECTION) {
            return key || type.field(name).orElseThrow().alsoOn();
        }
        return key || READ_ANYWAY.contains(name) || type.dated() && Set.of("from", "until").contains(name);
    }

    /** Whether the keys of a table are what some field or id can hold. */
    private boolean isListOfChoices(Type table) {
        boolean field = folder.declared().stream().flatMap(type -> type.fields().stream()).anyMatch(one -> one.metadata().getOrDefault("choices", List.of()).contains(table.name())
                || one.metadata().getOrDefault("of", List.of()).contains(table.name()));
        return field || policy.requirements().keySet().stream().anyMatch(id -> folder.entries().requirement(id).subject().name().contains("{" + table.name() + "}"));
    }

    private Stream<Finding> requirements() {
        Conclusions conclusions = new Conclusions(policy);
        Set<String> needed = new HashSet<>(policy.questions().keySet());
        policy.rules().forEach(rule -> conclusions.named(rule).forEach(needed::add));
        return policy.requirements().keySet().stream().filter(id -> !needed.contains(id)).map(id -> folder.entries().requirement(id)).distinct()
                .filter(entry -> policy.requirements().keySet().stream().noneMatch(id -> needed.contains(id) && folder.entries().requirement(id).equals(entry)))
                .map(entry -> new Finding(Check.UNUSED_REQUIREMENT, entry.place(), List.of(entry.subject()), "nothing depends on '" + entry.subject().name() + "'. Require it, hang something on it, or take it out."));
    }
}
