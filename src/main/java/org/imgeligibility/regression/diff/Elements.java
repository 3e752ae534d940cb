package org.imgeligibility.regression.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.imgeligibility.facts.Field;
import org.imgeligibility.facts.FieldType;
import org.imgeligibility.facts.Section;
import org.imgeligibility.regression.diff.Element.Kind;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Question;
import org.imgeligibility.rulebase.Requirement;
import org.imgeligibility.rulebase.RuleFiles;
import org.imgeligibility.rulebase.Source;
import org.imgeligibility.rulebase.Table;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.RuleTexts;
import org.imgeligibility.rulebase.language.RuleTexts.Line;

/** Takes a rule folder apart into what can be compared. */
final class Elements {

    private final Policy policy;
    private final List<Element> found = new ArrayList<>();

    private Elements(Policy policy) {
        this.policy = policy;
    }

    static List<Element> of(RuleFiles files, Policy policy) {
        Elements elements = new Elements(policy);
        elements.rules(files);
        policy.tables().values().forEach(table -> table.rows().forEach(row -> elements.row(table, row)));
        policy.vocabulary().sections().forEach(section -> section.fields().forEach(field -> elements.fact(section, field)));
        policy.requirements().values().stream().filter(one -> !policy.questions().containsKey(one.id())).forEach(elements::requirement);
        policy.questions().values().forEach(elements::question);
        policy.sources().values().forEach(elements::source);
        return elements.found;
    }

    private void rules(RuleFiles files) {
        Map<String, List<Line>> texts = new HashMap<>();
        files.contents().forEach((file, text) -> {
            if (file.endsWith(".drl")) {
                texts.putAll(RuleTexts.of(file, text));
            }
        });
        for (Rule rule : policy.rules()) {
            found.add(new Element(Kind.RULE, rule.place().file(), rule.place().line(), rule.name(), texts.get(rule.name())));
        }
    }

    private void row(Table table, Table.Row row) {
        String key = row.fact().prefix().substring(row.fact().prefix().indexOf('#') + 1);
        Stream<String> cells = table.type().fields().stream().filter(field -> row.fact().value(field.name()) != null)
                .map(field -> field.name() + ": " + row.fact().value(field.name()));
        add(Kind.ROW, table.file(), row.line(), key, cells);
    }

    private void fact(Section section, Field field) {
        Stream<String> lines = Stream.of(Stream.of("type: " + name(field.type()), "label: " + field.label(), "help: " + field.help(), "unit: " + field.unit(),
                "absent means none: " + field.absentMeansNone(), "implied: " + field.implied().map(Object::toString).orElse("")), choices(field.type())).flatMap(some -> some);
        add(Kind.FACT, "", 0, section.name() + "." + field.name(), lines);
    }

    private static String name(FieldType type) {
        return type instanceof FieldType.OneOf of ? "one " + of.name() : type instanceof FieldType.ListOf list ? "list of " + list.of().name() : type.toString();
    }

    private static Stream<String> choices(FieldType type) {
        return type instanceof FieldType.OneOf of ? of.choices().stream().map(choice -> "choice: " + choice.id() + " " + choice.title())
                : type instanceof FieldType.ListOf list ? choices(list.of()) : Stream.of();
    }

    private void requirement(Requirement one) {
        add(Kind.REQUIREMENT, "", 0, one.id(), Stream.of("title: " + one.title(), "combine: " + one.combine().spelling(), "unsettled: " + one.unsettled()));
    }

    private void question(Question one) {
        add(Kind.QUESTION, "", 0, one.id(), Stream.of("title: " + one.title(), "topic: " + one.topic(), "about: " + one.about(), "reading: " + one.reading().orElse("all"),
                "combine: " + policy.requirements().get(one.id()).combine().spelling()));
    }

    private void source(Source one) {
        add(Kind.SOURCE, "", 0, one.id(), Stream.of("title: " + one.title(), "publisher: " + one.publisher(), optional("url: ", one.url()), optional("published: ", one.published()),
                optional("retrieved: ", one.retrieved()), "locator: " + one.locator(), "kind: " + one.kind(), "confidence: " + one.confidence().spelling(), "review by: " + one.reviewBy()));
    }

    private static String optional(String name, Optional<String> value) {
        return name + value.orElse("");
    }

    private void add(Kind kind, String file, int line, String name, Stream<String> lines) {
        found.add(new Element(kind, file, line, name, lines.filter(text -> !text.endsWith(": ")).map(text -> new Line(text, text)).toList()));
    }
}
