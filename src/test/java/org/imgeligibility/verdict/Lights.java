package org.imgeligibility.verdict;

import java.util.Map;
import java.util.TreeMap;
import org.imgeligibility.rulebase.RuleFiles;

/**
 * A rule folder about nothing but the logic: lights that are green (met), yellow (not yet), red (barred) or not told,
 * and questions that combine them.
 */
final class Lights {

    private static final String FACTS = """
            package lights
            import java.time.LocalDate
            declare AsOf @day day : LocalDate end
            declare enum Name A("light A"), B("light B"), C("light C"), D("light D"); title : String end
            declare enum Colour GREEN("green"), YELLOW("yellow"), RED("red"); title : String end
            declare Light @section("lights") @title("Lights") @key("name")
                name : Name @label("Name")
                colour : Colour @label("Colour")
            end
            rule "It is green" @requirement("light/{light.name}") @says("The {light.name} is {light.colour}.") @source("book")
            when light : Light(colour == Colour.GREEN) then conclude.met(drools); end
            rule "It is yellow" @requirement("light/{light.name}") @says("The {light.name} is {light.colour}.") @next("Wait for {light.name}.") @source("book")
            when light : Light(colour == Colour.YELLOW) then conclude.notYet(drools); end
            rule "It is red" @requirement("light/{light.name}") @says("The {light.name} is {light.colour}.") @source("book")
            when light : Light(colour == Colour.RED) then conclude.barred(drools); end
            """;
    private static final String SOURCES = """
            - { id: book, title: Book, publisher: House, locator: page 1, kind: official, confidence: high, reviewBy: "2030-01-01" }
            - { id: rumour, title: Rumour, publisher: Street, locator: corner, kind: secondary, confidence: low, reviewBy: "2030-01-01" }
            """;

    private final StringBuilder rules = new StringBuilder(FACTS);
    private final StringBuilder questions = new StringBuilder();
    private final StringBuilder requirements = new StringBuilder("- { id: \"light/{Name}\", title: \"{title} green\" }\n");
    private int count;

    Lights question(String id, String combine) {
        questions.append("- { id: ").append(id).append(", title: ").append(id).append(", topic: lights, about: None, combine: ").append(combine).append(" }\n");
        return this;
    }

    Lights set(String id, String combine) {
        requirements.append("- { id: ").append(id).append(", title: ").append(id).append(", combine: ").append(combine).append(" }\n");
        return this;
    }

    Lights requires(String parent, String metadata) {
        return rule("@requirement(\"" + parent + "\") @requires(" + metadata + ") @source(\"book\")", "require");
    }

    Lights rule(String metadata, String word) {
        rules.append("rule \"Rule ").append(count++).append("\" ").append(metadata).append(" when AsOf() then conclude.").append(word).append("(drools); end\n");
        return this;
    }

    RuleFiles files() {
        return new RuleFiles(new TreeMap<>(Map.of("facts.drl", rules.toString(), "sources.yaml", SOURCES,
                "questions.yaml", questions.toString(), "requirements.yaml", requirements.toString())));
    }
}
