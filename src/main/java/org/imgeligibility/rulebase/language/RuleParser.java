package org.imgeligibility.rulebase.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imgeligibility.facts.Suggestion;

/** Parses what follows the word {@code rule}. */
final class RuleParser {

    private static final int MAX_PATTERNS = 12;
    private static final int MAX_CONSTRAINTS = 24;
    private static final Set<String> NEGATIONS = Set.of("not", "forall");

    private final Cursor cursor;
    private final Types types;

    RuleParser(Cursor cursor, Types types) {
        this.cursor = cursor;
        this.types = types;
    }

    Rule rule() {
        Place place = cursor.peek().place();
        String name = cursor.string("The name of the rule");
        Map<String, List<String>> metadata = MetadataParser.parse(cursor);
        Map<String, LocalDate> dates = dates();
        cursor.expect("when");
        List<Pattern> patterns = patterns(new Scope(types));
        cursor.expect("then");
        Word word = consequence();
        cursor.expect("end");
        return new Rule(name, place, metadata, Optional.ofNullable(dates.get("effective")), Optional.ofNullable(dates.get("expires")), patterns, word);
    }

    private Map<String, LocalDate> dates() {
        Map<String, LocalDate> dates = new LinkedHashMap<>();
        while (cursor.peek().is("date")) {
            cursor.next();
            cursor.expect("-");
            Place place = cursor.peek().place();
            String which = cursor.word("effective or expires");
            if (!Set.of("effective", "expires").contains(which) || dates.containsKey(which)) {
                throw new LanguageFault(place, "date-effective and date-expires may each stand here once.");
            }
            dates.put(which, day());
        }
        return dates;
    }

    private LocalDate day() {
        Place place = cursor.peek().place();
        String text = cursor.string("A date as \"2024-01-01\"");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException impossible) {
            throw new LanguageFault(place, "'" + text + "' is not a date as 2024-01-01.");
        }
    }

    private List<Pattern> patterns(Scope scope) {
        List<Pattern> patterns = new ArrayList<>();
        while (!cursor.peek().is("then")) {
            if (patterns.size() == MAX_PATTERNS) {
                throw cursor.fault("More than " + MAX_PATTERNS + " patterns. Split the rule.");
            }
            patterns.add(pattern(scope));
            cursor.take(";");
        }
        if (patterns.isEmpty()) {
            throw cursor.fault("A rule looks for at least one fact. Write the type of the day where it depends on none.");
        }
        return patterns;
    }

    private Pattern pattern(Scope scope) {
        Place place = cursor.peek().place();
        Optional<String> binding = cursor.peek(1).is(":") ? Optional.of(cursor.word("A name")) : Optional.empty();
        binding.ifPresent(name -> cursor.expect(":"));
        if (binding.filter(scope::isBound).isPresent()) {
            throw new LanguageFault("duplicate-name", place, "'" + binding.get() + "' is bound in this rule already.");
        }
        Place at = cursor.peek().place();
        String typeName = cursor.word("A type of fact");
        if (NEGATIONS.contains(typeName)) {
            throw new LanguageFault("unknown-as-reason", at, "'" + typeName + "' would hold while nothing is known. Write a rule each for what is known either way.");
        }
        Type type = scope.types().type(typeName).orElseThrow(() -> new LanguageFault("unknown-fact", at, "No type of fact is called '" + typeName + "'."
                + Suggestion.maybe(typeName, scope.types().byName().keySet())));
        if (binding.filter(name -> type.field(name).isPresent()).isPresent()) {
            throw new LanguageFault("duplicate-name", place, "'" + binding.get() + "' is a field of " + typeName + ". Choose another name.");
        }
        scope.enter(binding, type);
        Pattern pattern = new Pattern(binding, type, constraints(scope), place);
        scope.leave();
        pattern.constraints().forEach(constraint -> TypeCheck.absence(scope, place, constraint));
        return pattern;
    }

    private List<Expression> constraints(Scope scope) {
        List<Expression> constraints = new ArrayList<>();
        cursor.expect("(");
        if (!cursor.peek().is(")")) {
            do {
                constraints.add(new ExpressionParser(cursor, scope).constraint());
                if (constraints.size() > MAX_CONSTRAINTS) {
                    throw cursor.fault("More than " + MAX_CONSTRAINTS + " conditions on one fact. Split the rule.");
                }
            } while (cursor.take(","));
        }
        cursor.expect(")");
        return constraints;
    }

    private Word consequence() {
        cursor.expect("conclude");
        cursor.expect(".");
        Place place = cursor.peek().place();
        String spelling = cursor.word("A conclusion");
        Word word = Word.of(spelling).orElseThrow(() -> new LanguageFault(place, "A rule cannot conclude '" + spelling + "'."
                + Suggestion.maybe(spelling, Arrays.stream(Word.values()).map(Word::spelling).toList())));
        cursor.expect("(");
        cursor.expect("drools");
        cursor.expect(")");
        cursor.expect(";");
        return word;
    }
}
