package org.imgeligibility.rulebase.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.imgeligibility.facts.Problem;

/**
 * Parses one rule file, twice over its tokens: first what it declares, then, once the declarations of all files
 * are resolved, its rules. A fault is kept as a problem with its place and the parser goes on at the next item.
 */
public final class RuleFileParser {

    private static final Set<String> IMPORTS = Set.of("java.time.LocalDate", "java.util.List");

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
            problems.add(fault.problem());
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
                parser.item(() -> new DeclarationParser(parser.cursor).declaration(found));
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
        new RuleFileParser(parser.cursor, new ArrayList<>()).header();
        boolean afterRule = false;
        while (!parser.cursor.atEnd()) {
            if (parser.cursor.take("rule")) {
                afterRule = true;
                parser.item(() -> rules.add(new RuleParser(parser.cursor, types).rule()));
            } else if (parser.cursor.peek().is("declare") || !afterRule) {
                afterRule = false;
                parser.skipItem();
            } else {
                parser.item(() -> {
                    throw parser.cursor.fault("'rule' or 'declare' is expected here, not " + parser.cursor.peek() + ".");
                });
            }
        }
        return rules;
    }

    private void keep(LanguageFault fault) {
        problems.add(fault.problem());
    }

    private void item(Runnable parse) {
        int start = cursor.position();
        try {
            parse.run();
        } catch (LanguageFault fault) {
            keep(fault);
            if (cursor.position() == start || !startsItem()) {
                skipItem();
            }
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
        });
        while (cursor.take("import")) {
            item(() -> {
                Place place = cursor.peek().place();
                String name = dottedName();
                if (!IMPORTS.contains(name)) {
                    keep(new LanguageFault(place, "'" + name + "' cannot be imported. Possible: " + String.join(", ", IMPORTS.stream().sorted().toList()) + "."));
                }
            });
        }
    }

    private String dottedName() {
        StringBuilder name = new StringBuilder(cursor.word("A name"));
        while (cursor.take(".")) {
            name.append('.').append(cursor.word("A name"));
        }
        cursor.take(";");
        return name.toString();
    }
}
