package org.imgeligibility.watch;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imgeligibility.facts.ApplicantReader;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.regression.generated.Needs;
import org.imgeligibility.rulebase.Instances;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Matching;
import org.imgeligibility.rulebase.language.Pattern;
import org.imgeligibility.rulebase.language.Prospect;
import org.imgeligibility.rulebase.language.Prospects;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Template;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.rulebase.language.Values;
import org.imgeligibility.rulebase.language.Word;

/** What single rules of a policy find of the applicants of cases, by interpretation. Safe for use by many threads. */
final class Sight {

    private static final List<String> SAID = List.of("requirement", "requires", "where", "unless", "classification", "value", "metFrom", "on");

    private final Policy policy;
    private final Set<Instance> edited;
    private final Instances instances;
    private final Needs needs;
    private final List<Rule> refusals;
    private final Map<LocalDate, Map<Type, List<Instance>>> rows = new ConcurrentHashMap<>();
    private final Map<Set<String>, Set<String>> closures = new ConcurrentHashMap<>();

    /** @param edited rows that only one of two policies has */
    Sight(Policy policy, Set<Instance> edited) {
        this.policy = policy;
        this.edited = edited;
        this.instances = new Instances(policy);
        this.needs = new Needs(policy);
        this.refusals = policy.rules().stream().filter(rule -> rule.word() == Word.REFUSE).toList();
    }

    /** One way in which a rule matches, or could: what it says, by which rows and entries. */
    record Seen(Word word, List<String> says, List<Object> facts, Set<String> waits, boolean excluded) {
    }

    /** All that the answers to a case's questions can hang on. */
    Set<String> needs(Fixture one) {
        boolean classified = one.expectations().stream().anyMatch(expected -> !expected.asked() && !expected.isBeside() && !expected.isRefusal());
        Set<String> asked = new HashSet<>(one.questions());
        if (classified) {
            policy.rules().stream().filter(rule -> rule.word() == Word.CLASSIFY).flatMap(rule -> Stream.of("where", "unless").flatMap(name -> rule.all(name).stream())).forEach(asked::add);
        }
        return closures.computeIfAbsent(asked, all -> all.stream().flatMap(id -> needs.of(id).stream()).collect(Collectors.toSet()));
    }

    /** Whether a rule can say anything of requirements that are needed. */
    static boolean bears(Rule rule, Set<String> needed) {
        List<String> ids = rule.all("requirement");
        return ids.isEmpty() || ids.stream().anyMatch(id -> id.indexOf('{') >= 0 || needed.contains(id));
    }

    Map<Type, List<Instance>> sections(Fixture one) {
        return instances.sections(ApplicantReader.read(policy.vocabulary(), one.applicant(), List.of()).facts());
    }

    /** All there is to match in a case. */
    Map<Type, List<Instance>> instances(Fixture one, Map<Type, List<Instance>> sections) {
        Map<Type, List<Instance>> all = new HashMap<>(rows.computeIfAbsent(one.asOf(), instances::on));
        all.putAll(sections);
        return all;
    }

    /**
     * What a rule finds in a case of requirements that are needed.
     *
     * @param whole whether to look at every row, and not at the edited ones alone
     */
    Set<Seen> sees(Rule rule, Fixture one, Map<Type, List<Instance>> there, Set<String> needed, boolean whole) {
        if (rule.word() != Word.REFUSE && !rule.holds(one.asOf(), one.reading())) {
            return Set.of();
        }
        return new Prospects(whole ? there : fewer(rule, there), refusals).of(rule, any -> true).stream().filter(found -> concludes(rule, found.facts(), needed))
                .map(found -> new Seen(rule.word(), says(rule, found), found.facts().stream().map(Sight::name).toList(), found.waits(), found.excluded())).collect(Collectors.toSet());
    }

    /** A row with a key is the same one, whatever else stands in it. */
    private static Object name(Instance fact) {
        return fact.type().key().isPresent() ? fact.prefix() : fact.values();
    }

    /** What a match says that a verdict can hang on. */
    private List<String> says(Rule rule, Prospect found) {
        return SAID.stream().flatMap(name -> rule.all(name).stream())
                .map(text -> found.isMatch() && text.indexOf('{') >= 0 ? filled(rule, text, found.facts()) : text).toList();
    }

    /** Where a rule looks for one row of an edited table, only the edited rows make a difference. */
    private Map<Type, List<Instance>> fewer(Rule rule, Map<Type, List<Instance>> all) {
        List<Type> types = rule.patterns().stream().map(Pattern::type).filter(type -> edited.stream().anyMatch(row -> row.type().equals(type))).toList();
        if (types.size() != 1) {
            return all;
        }
        Map<Type, List<Instance>> fewer = new HashMap<>(all);
        fewer.computeIfPresent(types.get(0), (type, some) -> some.stream().filter(edited::contains).toList());
        return fewer;
    }

    /** Whether it is about a requirement that is needed, or about none. */
    private boolean concludes(Rule rule, List<Instance> found, Set<String> needed) {
        return rule.all("requirement").isEmpty() || rule.all("requirement").stream().anyMatch(id -> id.indexOf('{') < 0 ? needed.contains(id) : needed.contains(filled(rule, id, found)));
    }

    private String filled(Rule rule, String id, List<Instance> found) {
        return Template.parse(id, rule, policy.types()).parts().stream()
                .map(part -> part instanceof Template.Value value ? String.valueOf(Values.of(value.expression(), found)) : ((Template.Words) part).text()).collect(Collectors.joining());
    }

    /** The columns by type that a verdict can hang on: tested, part of ids and days, keys, and days in force. */
    static Stream<List<String>> columns(Policy policy) {
        Stream<List<String>> always = policy.tables().values().stream().flatMap(table -> Stream.concat(Stream.of("from", "until"), Stream.concat(table.type().key().stream(), table.type().unique().stream()))
                .map(column -> List.of(table.type().name(), column)));
        return Stream.concat(always, policy.rules().stream().flatMap(rule -> Stream.concat(rule.patterns().stream().flatMap(pattern -> pattern.constraints().stream()).flatMap(Expression::fields),
                SAID.stream().flatMap(name -> rule.all(name).stream()).filter(text -> text.indexOf('{') >= 0).flatMap(text -> Template.parse(text, rule, policy.types()).fields()))
                .map(field -> List.of(rule.patterns().get(field.pattern()).type().name(), field.field().name()))));
    }

    /** Whether a rule can match one of some rows, by what it says of the row alone. */
    static boolean reads(Rule rule, Set<Instance> some) {
        return IntStream.range(0, rule.patterns().size()).anyMatch(at -> some.stream().filter(row -> row.type().equals(rule.patterns().get(at).type()))
                .anyMatch(row -> rule.patterns().get(at).constraints().stream().filter(constraint -> constraint.fields().allMatch(field -> field.pattern() == at))
                        .allMatch(constraint -> Matching.holds(constraint, Collections.nCopies(at + 1, row)))));
    }
}
