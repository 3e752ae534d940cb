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
import org.imgeligibility.facts.Problem;
import org.imgeligibility.facts.Suggestion;

/**
 * Parses one rule file, twice over its tokens: first what it declares, then, once the declarations of all files
 * are resolved, its rules. A fault is kept as a problem with its place and the parser goes on at the next item.
 */
public final class RuleFileParser {

    private static final Set<String> IMPORTS = Set.of("java.time.LocalDate", "java.util.List");
    private static final int MAX_PATTERNS = 12;
    private static final int MAX_CONSTRAINTS = 24;

    private final Cursor cursor;
    private final List<Problem> problems;

    private RuleFileParser(Cursor cursor, List<Problem> problems) {
        this.cursor = cursor;
        this.problems = problems;
    }

    private static Cursor cursor(String file, String text, List<Problem> problems) {
        try {
            return new Cursor(Lexer.tokens(file, text));
        } catch (LanguageFault fault) {
            problems.add(new Problem(fault.place().toString(), fault.getMessage()));
            return new Cursor(List.of(new Token(Token.Kind.END_OF_FILE, "", fault.place())));
        }
    }

    /** What a file declares; problems found are added to the list. */
    public static Declarations declarations(String file, String text, List<Problem> problems) {
        RuleFileParser parser = new RuleFileParser(cursor(file, text, problems), problems);
        Declarations found = new Declarations(new ArrayList<>(), new ArrayList<>());
        parser.header();
        while (!parser.cursor.atEnd()) {
            if (parser.cursor.take("declare")) {
                parser.item(() -> parser.declaration(found));
            } else if (parser.cursor.peek().is("rule")) {
                parser.skipItem();
            } else {
                parser.item(() -> {
                    throw parser.cursor.fault("'declare' or 'rule' is expected here, not " + parser.cursor.peek() + ".");
                });
            }
        }
        return found;
    }

    /** The rules of a file; problems found are added to the list. */
    public static List<Rule> rules(String file, String text, Types types, List<Problem> problems) {
        RuleFileParser parser = new RuleFileParser(cursor(file, text, new ArrayList<>()), problems);
        List<Rule> rules = new ArrayList<>();
        while (!parser.cursor.atEnd()) {
            if (parser.cursor.take("rule")) {
                parser.item(() -> rules.add(parser.rule(types)));
            } else if (parser.cursor.peek().is("declare") || parser.atHeader()) {
                parser.skipItem();
            } else {
                parser.item(() -> {
                    throw parser.cursor.fault("'rule' or 'declare' is expected here, not " + parser.cursor.peek() + ".");
                });
            }
        }
        return rules;
    }

    private boolean atHeader() {
        return cursor.peek().is("package") || cursor.peek().is("import");
    }

    private void keep(LanguageFault fault) {
        problems.add(new Problem(fault.place().toString(), fault.getMessage()));
    }

    private void item(Runnable parse) {
        try {
            parse.run();
        } catch (LanguageFault fault) {
            keep(fault);
            skipItem();
        }
    }

    /** Goes to where the next declaration or rule begins. */
    private void skipItem() {
        do {
            cursor.next();
        } while (!cursor.atEnd() && !startsItem());
    }

    private boolean startsItem() {
        return cursor.peek().is("declare") && cursor.peek(1).kind() == Token.Kind.WORD
                || cursor.peek().is("rule") && cursor.peek(1).kind() == Token.Kind.STRING;
    }

    private void header() {
        item(() -> {
            if (cursor.take("package")) {
                dottedName();
            }
            while (cursor.take("import")) {
                Place place = cursor.peek().place();
                String name = dottedName();
                if (!IMPORTS.contains(name)) {
                    throw new LanguageFault(place, "'" + name + "' cannot be imported. Possible: " + String.join(", ", IMPORTS.stream().sorted().toList()) + ".");
                }
            }
        });
    }

    private String dottedName() {
        StringBuilder name = new StringBuilder(cursor.word("A name"));
        while (cursor.take(".")) {
            name.append('.').append(cursor.word("A name"));
        }
        cursor.take(";");
        return name.toString();
    }

    private void declaration(Declarations found) {
        Place place = cursor.peek().place();
        if (cursor.take("enum")) {
            found.choices().add(choices(place));
            return;
        }
        String name = cursor.word("The name of a type");
        Map<String, List<String>> metadata = metadata();
        List<Declarations.DeclaredField> fields = new ArrayList<>();
        while (!cursor.take("end")) {
            fields.add(field());
        }
        found.types().add(new Declarations.DeclaredType(name, metadata, fields, place));
    }

    private Declarations.DeclaredField field() {
        Place place = cursor.peek().place();
        String name = cursor.word("A field or 'end'");
        cursor.expect(":");
        return new Declarations.DeclaredField(name, cursor.word("A type"), metadata(), place);
    }

    private Declarations.DeclaredChoices choices(Place place) {
        String name = cursor.word("The name of a list of choices");
        Map<String, String> titles = new LinkedHashMap<>();
        do {
            Place at = cursor.peek().place();
            String id = cursor.word("A choice");
            cursor.expect("(");
            if (titles.putIfAbsent(id, cursor.string("The title of the choice")) != null) {
                throw new LanguageFault(at, "'" + id + "' stands in " + name + " already.");
            }
            cursor.expect(")");
        } while (cursor.take(","));
        cursor.expect(";");
        cursor.expect("title");
        cursor.expect(":");
        cursor.expect("String");
        cursor.expect("end");
        return new Declarations.DeclaredChoices(name, titles, place);
    }

    private Map<String, List<String>> metadata() {
        Map<String, List<String>> metadata = new LinkedHashMap<>();
        while (cursor.take("@")) {
            Place place = cursor.peek().place();
            String name = cursor.word("A name");
            List<String> values = new ArrayList<>();
            if (cursor.take("(")) {
                do {
                    values.add(value());
                } while (cursor.take(","));
                cursor.expect(")");
            }
            if (metadata.putIfAbsent(name, values) != null) {
                throw new LanguageFault(place, "@" + name + " stands here twice. Put all values into one.");
            }
        }
        return metadata;
    }

    private String value() {
        return cursor.peek().kind() == Token.Kind.WHOLE_NUMBER ? cursor.next().text() : cursor.string("A text in quotes or a whole number");
    }

    private Rule rule(Types types) {
        Place place = cursor.peek().place();
        String name = cursor.string("The name of the rule");
        Map<String, List<String>> metadata = metadata();
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
            throw new LanguageFault(place, "'" + binding.get() + "' is bound in this rule already.");
        }
        Place at = cursor.peek().place();
        String typeName = cursor.word("A type of fact");
        Type type = scope.types().type(typeName).orElseThrow(() -> new LanguageFault(at, "No type of fact is called '" + typeName + "'."
                + Suggestion.maybe(typeName, scope.types().byName().keySet())));
        if (binding.filter(name -> type.field(name).isPresent()).isPresent()) {
            throw new LanguageFault(place, "'" + binding.get() + "' is a field of " + typeName + ". Choose another name.");
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
