package org.imgeligibility.rulebase.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imgeligibility.facts.Problem;

/**
 * Parses one rule file, twice over its tokens: first what it declares, then, once the declarations of all files
 * are resolved, its rules. A fault is kept as a problem with its place and the parser goes on at the next item.
 */
public final class RuleFileParser {

    private static final Set<String> IMPORTS = Set.of("java.time.LocalDate", "java.util.List");

    private final List<Token> tokens;
    private final Optional<LanguageFault> fault;

    private RuleFileParser(List<Token> tokens, Optional<LanguageFault> fault) {
        this.tokens = tokens;
        this.fault = fault;
    }

    /** A file cut into tokens; what is wrong with them is told with its declarations. */
    public static RuleFileParser of(String file, String text) {
        try {
            return new RuleFileParser(Lexer.tokens(file, text), Optional.empty());
        } catch (LanguageFault fault) {
            return new RuleFileParser(List.of(new Token(Token.Kind.END_OF_FILE, "", fault.place())), Optional.of(fault));
        }
    }

    /** What the file declares; problems found are added to the list. */
    public Declarations declarations(List<Problem> problems) {
        fault.ifPresent(found -> problems.add(found.problem()));
        return new Pass(new Cursor(tokens), problems).declarations();
    }

    /** The rules of the file; problems found are added to the list. */
    public List<Rule> rules(Types types, List<Problem> problems) {
        return new Pass(new Cursor(tokens), problems).rules(types);
    }

    /** One walk over the tokens. */
    private record Pass(Cursor cursor, List<Problem> problems) {

        Declarations declarations() {
            Declarations found = new Declarations(new ArrayList<>(), new ArrayList<>());
            header();
            while (!cursor.atEnd()) {
                if (cursor.take("declare")) {
                    item(() -> new DeclarationParser(cursor).declaration(found));
                } else if (cursor.peek().is("rule")) {
                    skipItem();
                } else {
                    item(() -> {
                        throw cursor.fault("'declare' or 'rule' is expected here, not " + cursor.peek() + ".");
                    });
                }
            }
            return found;
        }

        List<Rule> rules(Types types) {
            List<Rule> rules = new ArrayList<>();
            new Pass(cursor, new ArrayList<>()).header();
            boolean afterRule = false;
            while (!cursor.atEnd()) {
                if (cursor.take("rule")) {
                    afterRule = true;
                    item(() -> rules.add(new RuleParser(cursor, types).rule()));
                } else if (cursor.peek().is("declare") || !afterRule) {
                    afterRule = false;
                    skipItem();
                } else {
                    item(() -> {
                        throw cursor.fault("'rule' or 'declare' is expected here, not " + cursor.peek() + ".");
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
}
