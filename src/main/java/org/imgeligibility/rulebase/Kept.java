package org.imgeligibility.rulebase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.imgeligibility.facts.Choice;
import org.imgeligibility.facts.FieldType;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.RuleFileParser;
import org.imgeligibility.rulebase.language.Slots;
import org.imgeligibility.rulebase.language.Type;

/**
 * What of an edition that is read already holds for one that differs from it in some files: rules and tables of the
 * others, and their grounds. Where declared types or their choices differ nothing does, since all is said in them.
 */
final class Kept {

    private static final List<String> DEFINED_IN = List.of(DefinitionReader.QUESTIONS, DefinitionReader.REQUIREMENTS, DefinitionReader.CLASSIFICATIONS);

    private final Prepared before;
    private final Set<String> edited;
    private final Map<String, List<Rule>> rules = new HashMap<>();
    private final Set<Rule> known = Collections.newSetFromMap(new IdentityHashMap<>());

    private Kept(Prepared before, Set<String> edited) {
        this.before = before;
        this.edited = edited;
        for (Rule rule : before.policy().rules()) {
            if (isSame(rule.place().file())) {
                rules.computeIfAbsent(rule.place().file(), any -> new ArrayList<>()).add(rule);
                known.add(rule);
            }
        }
    }

    /** What the built-in rules have in common with a folder in which all their files are. */
    static Optional<Kept> ofBuiltIn(RuleFiles now) {
        return now.contents().keySet().containsAll(RuleFiles.builtInNames()) ? of(RuleFiles.builtIn(), Prepared::builtIn, now) : Optional.empty();
    }

    /** @param before what was read from files before, asked for only where something of it may hold */
    static Optional<Kept> of(RuleFiles was, Supplier<Prepared> before, RuleFiles now) {
        Set<String> edited = new TreeSet<>(was.contents().keySet());
        edited.addAll(now.contents().keySet());
        edited.removeIf(file -> Objects.equals(was.contents().get(file), now.contents().get(file)));
        if (edited.stream().filter(file -> file.endsWith(".drl")).anyMatch(file -> !declared(file, was).equals(declared(file, now)))) {
            return Optional.empty();
        }
        Prepared read = before.get();
        return read.policy().types().of(Type.Kind.TABLE).stream().allMatch(type -> isOfSameKeys(type, read.policy(), edited, now)) ? Optional.of(new Kept(read, edited)) : Optional.empty();
    }

    private static List<Object> declared(String file, RuleFiles files) {
        String text = files.contents().getOrDefault(file, "");
        return text.contains("declare") ? RuleFileParser.of(file, text).declarations(new ArrayList<>()).meaning() : List.of();
    }

    /** Whether the choices that a table's keys are have stayed. */
    private static boolean isOfSameKeys(Type type, Policy policy, Set<String> edited, RuleFiles now) {
        String file = type.table().orElseThrow();
        if (!edited.contains(file)) {
            return true;
        }
        List<Choice> before = Optional.ofNullable(policy.types().choices().get(type.name())).map(FieldType.OneOf::choices).orElse(List.of());
        return now.contents().containsKey(file) && RowReader.choices(RowReader.Cells.of(now.contents().get(file)), type.key().orElse("")).equals(before);
    }

    boolean isSame(String file) {
        return !edited.contains(file);
    }

    /** Types, vocabulary, and what else does not differ. */
    Policy policy() {
        return before.policy();
    }

    boolean sources() {
        return isSame(SourceReader.FILE);
    }

    boolean definitions() {
        return DEFINED_IN.stream().allMatch(this::isSame);
    }

    /** The rules of a file, unless it was edited. */
    Optional<List<Rule>> rules(String file) {
        return isSame(file) ? Optional.of(rules.getOrDefault(file, List.of())) : Optional.empty();
    }

    /** The rows of a type, unless they, or the sources that they may cite, were edited. */
    Optional<Table> table(Type type) {
        return isSame(type.table().orElseThrow()) && sources() ? Optional.of(before.policy().tables().get(type.name())) : Optional.empty();
    }

    /** Whether a rule fits what it names, as it did before. */
    boolean isChecked(Rule rule) {
        return known.contains(rule) && sources() && definitions();
    }

    Instances instances(Policy policy) {
        return before.instances().with(policy);
    }

    Slots slots() {
        return before.unrolled().slots();
    }

    /** What a rule came to, if neither it nor a table that it looks at was edited. */
    Optional<Unrolled.Grounds> grounds(Rule rule) {
        boolean same = known.contains(rule) && rule.patterns().stream().allMatch(pattern -> pattern.type().table().filter(file -> table(pattern.type()).isEmpty()).isEmpty());
        return same ? Optional.of(before.unrolled().grounds(rule)) : Optional.empty();
    }
}
