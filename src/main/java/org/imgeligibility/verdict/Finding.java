package org.imgeligibility.verdict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Confidence;
import org.imgeligibility.rulebase.Match;
import org.imgeligibility.rulebase.Source;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;

/** A rule match with the means to say what it found: sentence, next step, sources, facts. */
final class Finding {

    /** An order that depends on names and facts alone, never on files or the engine. */
    static final Comparator<Finding> ORDER = Comparator.comparing((Finding finding) -> finding.rule().name()).thenComparing(Finding::subject);

    private final Match match;
    private final Texts texts;
    private final Map<String, List<String>> ids = new ConcurrentHashMap<>();
    private List<Source> sources;

    Finding(Match match, Texts texts) {
        this.match = match;
        this.texts = texts;
    }

    Match match() {
        return match;
    }

    Rule rule() {
        return match.rule();
    }

    Status status() {
        return Status.of(rule().word());
    }

    private String subject() {
        return match.facts().stream().map(Instance::prefix).collect(Collectors.joining(" "));
    }

    /** The values of {@code @name}, with ids and keys filled in as they are. */
    List<String> ids(String name) {
        List<String> known = ids.get(name);
        return known != null ? known : ids.computeIfAbsent(name, this::filled);
    }

    private List<String> filled(String name) {
        if (rule().all(name).isEmpty()) {
            return List.of();
        }
        return rule().all(name).stream().map(text -> texts.id(rule(), text, match.facts())).toList();
    }

    Optional<String> sentence(String name) {
        return rule().one(name).map(text -> texts.sentence(rule(), text, match.facts()));
    }

    String says() {
        return sentence("says").orElse(rule().name());
    }

    /** The day that {@code @name} gives, if it has one. */
    Optional<LocalDate> day(String name) {
        return rule().one(name).flatMap(text -> Optional.ofNullable((LocalDate) texts.value(rule(), text, match.facts())));
    }

    /** Its sources, the main one first; {@code @confidence} lowers them. */
    List<Source> sources() {
        if (sources == null) {
            sources = cited();
        }
        return sources;
    }

    private List<Source> cited() {
        Optional<Confidence> limit = ids("confidence").stream().findFirst().map(given -> Confidence.valueOf(given.toUpperCase(java.util.Locale.ROOT)));
        List<Source> cited = ids("source").stream().flatMap(citation -> texts.policy().cited(citation).stream())
                .map(source -> limit.map(source::noBetterThan).orElse(source)).toList();
        if (cited.isEmpty()) {
            throw new RuleFault("The rule \"" + rule().name() + "\" cites no source for " + subject() + ". The table row it rests on must name one.");
        }
        return cited;
    }

    Confidence confidence() {
        return sources().stream().map(Source::confidence).reduce(Confidence.HIGH, Confidence::or);
    }

    /** The first day from which both the rule and its dated table rows are in force. */
    Optional<LocalDate> from() {
        return Stream.concat(rule().from().stream(), rowDays("from")).max(Comparator.naturalOrder());
    }

    Optional<LocalDate> until() {
        return Stream.concat(rule().until().stream(), rowDays("until")).min(Comparator.naturalOrder());
    }

    private Stream<LocalDate> rowDays(String field) {
        return match.facts().stream().filter(fact -> fact.type().dated()).map(fact -> (LocalDate) fact.value(field)).filter(day -> day != null);
    }

    /** The applicant's facts it tested or speaks of, by path. */
    Map<String, Object> facts() {
        List<Expression.FieldOf> fields = new ArrayList<>();
        rule().patterns().forEach(pattern -> pattern.constraints().forEach(constraint -> constraint.fields().forEach(fields::add)));
        texts.fieldsOf(rule()).forEach(fields::add);
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Expression.FieldOf field : fields) {
            Instance fact = match.facts().get(field.pattern());
            boolean isKey = fact.type().key().filter(field.field().name()::equals).isPresent();
            Object value = fact.value(field.field().name());
            if (fact.type().kind() == Type.Kind.SECTION && !isKey && value != null) {
                String said = field.field().isImplied(fact.values()) ? field.field().implied().orElseThrow().by() : field.field().name();
                facts.put(fact.prefix() + "/" + said, fact.value(said));
            }
        }
        return facts;
    }
}
