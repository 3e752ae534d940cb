package org.imgeligibility.rulebase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imgeligibility.facts.FieldType;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.facts.Suggestion;
import org.imgeligibility.rulebase.language.Ids;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Template;
import org.imgeligibility.rulebase.language.Word;

/** Whether the rules fit the sources, definitions and readings they name. What fails here cannot be used. */
final class PolicyCheck {

    private static final Map<Word, Set<String>> NEEDED = Map.ofEntries(
            Map.entry(Word.REQUIRE, Set.of("requirement", "requires", "source")),
            Map.entry(Word.NOT_APPLICABLE, Set.of("requirement", "where", "source")),
            Map.entry(Word.MET, Set.of("requirement", "says", "source")),
            Map.entry(Word.NOT_YET, Set.of("requirement", "says", "source", "next")),
            Map.entry(Word.BARRED, Set.of("requirement", "says", "source")),
            Map.entry(Word.UNDECIDED, Set.of("requirement", "says", "source")),
            Map.entry(Word.CLASSIFY, Set.of("classification", "value", "source")),
            Map.entry(Word.NOTE, Set.of("requirement", "says", "source")),
            Map.entry(Word.DOUBT, Set.of("requirement", "says", "source")),
            Map.entry(Word.EVENT, Set.of("on", "says", "source")),
            Map.entry(Word.CONTEXT, Set.of("says", "source")),
            Map.entry(Word.REFUSE, Set.of("says")));
    private static final Set<String> ALSO = Set.of("reading", "unless", "where", "metFrom", "confidence", "allow");
    private static final List<String> IDS = List.of("requirement", "requires", "where", "unless");
    private static final List<String> TEMPLATES = List.of("says", "next", "metFrom", "on", "confidence");

    private final Policy policy;
    private final List<Problem> problems = new ArrayList<>();

    private PolicyCheck(Policy policy) {
        this.policy = policy;
    }

    /** @param kept what an edition before has of it, checked already */
    static List<Problem> problems(Policy policy, Optional<Kept> kept) {
        PolicyCheck check = new PolicyCheck(policy);
        Map<String, Rule> names = new HashMap<>();
        policy.rules().forEach(rule -> {
            Rule first = names.putIfAbsent(rule.name(), rule);
            if (first != null) {
                check.problem(rule, "duplicate-name", "a rule of this name stands at " + first.place() + " already. Name what this one finds.");
            }
            if (kept.filter(before -> before.isChecked(rule)).isEmpty()) {
                check.rule(rule);
            }
        });
        check.titles();
        return check.problems;
    }

    /** Every title is that of a classification or value that some rule gives. */
    private void titles() {
        Set<String> given = new TreeSet<>();
        policy.rules().stream().filter(rule -> rule.word() == Word.CLASSIFY).forEach(rule -> rule.all("classification").forEach(id -> {
            given.add(id);
            rule.all("value").forEach(value -> given.add(id + "/" + value));
        }));
        policy.classifications().keySet().stream().filter(id -> !given.contains(id)).forEach(id -> problems.add(new Problem(DefinitionReader.CLASSIFICATIONS,
                "no rule gives '" + id + "'." + Suggestion.maybe(id, given), "unknown-classification")));
    }

    private void rule(Rule rule) {
        NEEDED.get(rule.word()).stream().sorted().filter(name -> rule.all(name).isEmpty())
                .forEach(name -> problem(rule, name.equals("source") ? "missing-source" : "", "@" + name + " is missing; a rule that concludes '" + rule.word().spelling() + "' needs it."));
        rule.metadata().keySet().stream().filter(name -> !NEEDED.get(rule.word()).contains(name) && !ALSO.contains(name))
                .forEach(name -> problem(rule, "@" + name + " means nothing in a rule that concludes '" + rule.word().spelling() + "'."));
        List.of("reading", "value", "metFrom", "on", "confidence", "where", "unless").stream().filter(name -> rule.all(name).size() > 1)
                .forEach(name -> problem(rule, "@" + name + " takes one value."));
        rule.one("confidence").filter(given -> !given.startsWith("{") && Confidence.of(given).isEmpty())
                .ifPresent(given -> problem(rule, "@confidence: '" + given + "' is not one of high, medium, low."));
        rule.one("reading").filter(reading -> !policy.readings().contains(reading))
                .ifPresent(reading -> problem(rule, "unknown-reading", "no reading is called '" + reading + "'." + Suggestion.maybe(reading, policy.readings())));
        if (rule.word() == Word.CLASSIFY && rule.all("where").isEmpty() && rule.all("unless").isEmpty()) {
            problem(rule, "a classification names the requirement it follows from: either @where or @unless.");
        }
        if (rule.until().isPresent() && rule.from().filter(from -> !from.isBefore(rule.until().get())).isPresent()) {
            problem(rule, "rule-dates", "date-expires is the first day out of force and must lie after date-effective.");
        }
        guard(rule);
        List.of("metFrom", "on").forEach(name -> rule.all(name).forEach(text -> day(rule, name, text)));
        IDS.forEach(name -> rule.all(name).forEach(id -> id(rule, name, id)));
        TEMPLATES.forEach(name -> rule.all(name).forEach(text -> template(rule, name, text)));
        rule.all("source").forEach(source -> source(rule, source));
    }

    private void guard(Rule rule) {
        List<String> guards = Stream.of("where", "unless").flatMap(name -> rule.all(name).stream()).toList();
        if (!guards.isEmpty() && (rule.word() == Word.EVENT || rule.word() == Word.CONTEXT || rule.word() == Word.REFUSE)) {
            problem(rule, "@where and @unless mean nothing in a rule that concludes '" + rule.word().spelling() + "'.");
        } else if (guards.size() > 1) {
            problem(rule, "a rule hangs on one other requirement at most: either @where or @unless.");
        } else if (rule.word().isFinding() && guards.stream().anyMatch(id -> id.indexOf('{') >= 0)) {
            problem(rule, "the requirement a finding hangs on is named in full, without braces.");
        }
    }

    private void day(Rule rule, String name, String text) {
        try {
            List<Template.Part> parts = Template.parse(text, rule, policy.types()).parts();
            if (parts.size() != 1 || !(parts.get(0) instanceof Template.Value value) || !(value.expression().type() instanceof FieldType.Day)) {
                problem(rule, "@" + name + " is one day in braces, as \"{row.from}\".");
            }
        } catch (IllegalArgumentException told) {
            // told with the other templates
        }
    }

    private void source(Rule rule, String source) {
        if (source.startsWith("{")) {
            template(rule, "source", source);
        } else if (policy.cited(source).isEmpty()) {
            problem(rule, "unknown-source", "@source: '" + source + "' is not in " + SourceReader.FILE + "." + Suggestion.maybe(source, policy.sources().keySet()));
        }
    }

    private void template(Rule rule, String name, String text) {
        try {
            Template.parse(text, rule, policy.types());
        } catch (IllegalArgumentException fault) {
            problem(rule, "unbound-name", "@" + name + " " + fault.getMessage());
        }
    }

    private void id(Rule rule, String name, String id) {
        if (!Ids.isWellFormed(id)) {
            problem(rule, "@" + name + ": '" + id + "' is not an id; letters, digits, - _ / and values in braces can stand in one.");
            return;
        }
        template(rule, name, id);
        Pattern shape = Ids.shape(id);
        if (policy.requirements().keySet().stream().noneMatch(known -> shape.matcher(known).matches())) {
            problem(rule, "unknown-requirement", "@" + name + ": '" + id + "' is defined neither in " + DefinitionReader.REQUIREMENTS + " nor in "
                    + DefinitionReader.QUESTIONS + "." + Suggestion.maybe(id, policy.requirements().keySet()));
        }
    }

    private void problem(Rule rule, String message) {
        problem(rule, "", message);
    }

    /** @param check the lint id of its kind */
    private void problem(Rule rule, String check, String message) {
        problems.add(new Problem(rule.place().toString(), "rule \"" + rule.name() + "\": " + message, check));
    }
}
