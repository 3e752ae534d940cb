package org.imgeligibility.verdict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.facts.Field;
import org.imgeligibility.rulebase.Confidence;
import org.imgeligibility.rulebase.Source;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Template;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.verdict.VerdictDocument.RuleView;

/**
 * What a rule says of some rows whoever the applicant is: shared by every evaluation in which it matches them. What
 * hangs on the applicant's own facts is filled in from them.
 */
final class Claim {

    /** In place of values that hang on the applicant's facts. */
    private static final List<String> VARY = Collections.unmodifiableList(new ArrayList<>());

    private final Rule rule;
    private final Texts texts;
    private final IntPredicate varies;
    private final List<Instance> chosen;
    private final Optional<Status> status;
    private final boolean guarded;
    private final Map<String, List<String>> ids = new ConcurrentHashMap<>(4);
    private final Map<String, Sentence> sentences = new ConcurrentHashMap<>(2);
    private volatile String subject;
    private volatile RuleView view;
    private volatile List<Told> told;
    private volatile List<Source> sources;

    /**
     * @param chosen an instance for each pattern
     * @param varies whether the instance of a pattern only stands for one that each evaluation fills
     */
    Claim(Rule rule, List<Instance> chosen, IntPredicate varies, Texts texts) {
        this.rule = rule;
        this.texts = texts;
        this.varies = varies;
        this.chosen = chosen;
        this.status = rule.word().isFinding() ? Optional.of(Status.of(rule.word())) : Optional.empty();
        this.guarded = !rule.all("where").isEmpty() || !rule.all("unless").isEmpty();
    }

    private Stream<LocalDate> rowDays(String field) {
        return chosen.stream().filter(fact -> fact.type().dated()).map(fact -> (LocalDate) fact.value(field)).filter(day -> day != null);
    }

    private boolean isConstant(String text) {
        if (text.indexOf('{') >= 0) {
            for (Expression.FieldOf field : texts.fieldsOf(rule, text)) {
                if (varies.test(field.pattern()) && !isKey(field)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isKey(Expression.FieldOf field) {
        return chosen.get(field.pattern()).type().key().filter(field.field().name()::equals).isPresent();
    }

    Rule rule() {
        return rule;
    }

    /** What it gives a requirement. */
    Status status() {
        return status.orElseThrow();
    }

    boolean isGuarded() {
        return guarded;
    }

    /** The paths of what it is about. */
    String subject() {
        if (subject == null) {
            subject = chosen.stream().map(Instance::prefix).collect(Collectors.joining(" "));
        }
        return subject;
    }

    /** The rule with the days on which it and its dated rows are in force. */
    RuleView view() {
        if (view == null) {
            view = new RuleView(rule.name(), rule.place(), Stream.concat(rule.from().stream(), rowDays("from")).max(Comparator.naturalOrder()),
                    Stream.concat(rule.until().stream(), rowDays("until")).min(Comparator.naturalOrder()));
        }
        return view;
    }

    /** Whether the values of {@code @name} hang on no fact of the applicant. */
    boolean isFixed(String name) {
        return fixed(name) != VARY;
    }

    /** The values of {@code @name}, with ids and keys filled in as they are. */
    List<String> ids(String name, List<Instance> facts) {
        List<String> fixed = fixed(name);
        return fixed != VARY ? fixed : filled(name, facts);
    }

    private List<String> fixed(String name) {
        List<String> known = ids.get(name);
        if (known == null) {
            known = rule.all(name).stream().allMatch(this::isConstant) ? filled(name, chosen) : VARY;
            ids.put(name, known);
        }
        return known;
    }

    private List<String> filled(String name, List<Instance> facts) {
        List<String> filled = new ArrayList<>(1);
        rule.all(name).forEach(text -> filled.add(texts.id(rule, text, facts)));
        return List.copyOf(filled);
    }

    /**
     * A sentence as far as it is the same for everybody.
     *
     * @param varies what to fill with the applicant's facts, if it hangs on them
     */
    private record Sentence(Optional<String> same, Optional<Template> varies) {
    }

    Optional<String> sentence(String name, List<Instance> facts) {
        Sentence known = sentences.get(name);
        if (known == null) {
            Optional<String> text = rule.one(name);
            known = text.isEmpty() || isConstant(text.get()) ? new Sentence(text.map(one -> texts.sentence(rule, one, chosen)), Optional.empty())
                    : new Sentence(Optional.empty(), text.map(one -> texts.template(rule, one)));
            sentences.put(name, known);
        }
        return known.varies().isEmpty() ? known.same() : Optional.of(Texts.sentence(known.varies().get(), facts));
    }

    /** Its sources, the main one first; {@code @confidence} lowers them. */
    List<Source> sources(List<Instance> facts) {
        List<Source> cited = sources != null ? sources : cited(facts);
        if (cited.isEmpty()) {
            throw new RuleFault("The rule \"" + rule.name() + "\" cites no source for " + subject() + ". The table row it rests on must name one.");
        } else if (sources == null && isFixed("source") && isFixed("confidence")) {
            sources = cited;
        }
        return cited;
    }

    private List<Source> cited(List<Instance> facts) {
        Optional<Confidence> limit = ids("confidence", facts).stream().findFirst().map(given -> Confidence.valueOf(given.toUpperCase(java.util.Locale.ROOT)));
        return ids("source", facts).stream().flatMap(citation -> texts.cited(citation, limit).stream()).toList();
    }

    /** A field of the applicant that the rule tests or speaks of. */
    private record Told(int pattern, Field field, String prefix, String path) {

        Told(int pattern, Field field, String prefix) {
            this(pattern, field, prefix, prefix + field.name());
        }
    }

    private List<Told> told() {
        if (told == null) {
            told = fields();
        }
        return told;
    }

    private List<Told> fields() {
        List<Expression.FieldOf> fields = new ArrayList<>();
        rule.patterns().forEach(pattern -> pattern.constraints().forEach(constraint -> constraint.fields().forEach(fields::add)));
        texts.fieldsOf(rule).forEach(fields::add);
        Map<String, Told> told = new LinkedHashMap<>();
        for (Expression.FieldOf field : fields) {
            Instance of = chosen.get(field.pattern());
            if (of.type().kind() == Type.Kind.SECTION && !isKey(field)) {
                Told one = new Told(field.pattern(), field.field(), of.prefix() + "/");
                told.putIfAbsent(one.path(), one);
            }
        }
        return List.copyOf(told.values());
    }

    boolean tellsFacts() {
        return !told().isEmpty();
    }

    /** The applicant's facts it tested or speaks of, by path. */
    Map<String, Object> facts(List<Instance> matched) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Told one : told()) {
            Instance fact = matched.get(one.pattern());
            Object value = fact.value(one.field().name());
            if (value != null && one.field().implied().isPresent() && one.field().isImplied(fact.values())) {
                String said = one.field().implied().get().by();
                facts.put(one.prefix() + said, fact.value(said));
            } else if (value != null) {
                facts.put(one.path(), value);
            }
        }
        return facts;
    }
}
