package org.imgeligibility.rulebase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imgeligibility.facts.Choice;
import org.imgeligibility.facts.FieldType;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.facts.Suggestion;

/**
 * Reads {@code questions.yaml}, {@code requirements.yaml} and, where there is one, {@code classifications.yaml}. An id may hold one list of choices or table in braces
 * ({@code attempts/{ExamName}}): it then stands for one definition each, with {@code {title}} in its texts replaced.
 */
final class DefinitionReader {

    static final String QUESTIONS = "questions.yaml";
    static final String REQUIREMENTS = "requirements.yaml";
    static final String CLASSIFICATIONS = "classifications.yaml";
    private static final Pattern LIST = Pattern.compile("\\{([A-Za-z]+)}");

    private final Map<String, FieldType.OneOf> choices;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, Requirement> requirements = new LinkedHashMap<>();
    private final Map<String, String> classifications = new LinkedHashMap<>();

    DefinitionReader(Map<String, FieldType.OneOf> choices) {
        this.choices = choices;
    }

    /** What a policy has of them already. */
    static DefinitionReader of(Policy policy) {
        DefinitionReader known = new DefinitionReader(policy.types().choices());
        known.questions.putAll(policy.questions());
        known.requirements.putAll(policy.requirements());
        known.classifications.putAll(policy.classifications());
        return known;
    }

    Map<String, Question> questions() {
        return questions;
    }

    Map<String, Requirement> requirements() {
        return requirements;
    }

    Map<String, String> classifications() {
        return classifications;
    }

    DefinitionReader read(Map<String, String> contents, List<String> readings, List<Problem> problems) {
        YamlList list = new YamlList(QUESTIONS, problems);
        for (YamlList.Entry entry : list.entries(contents, Set.of("id", "title", "topic", "about", "reading", "combine", "allow"))) {
            entry.text("reading").filter(reading -> !readings.contains(reading)).ifPresent(reading ->
                    list.problem(entry.line(), "unknown-reading", "no reading is called '" + reading + "'." + Suggestion.maybe(reading, readings)));
            each(list, entry, (id, title) -> {
                Question question = new Question(id, fill(entry.required("title"), title), entry.required("topic"),
                        fill(entry.required("about"), title), entry.text("reading"));
                questions.put(id, question);
                add(list, entry, id, question.title());
            });
        }
        YamlList shared = new YamlList(REQUIREMENTS, problems);
        for (YamlList.Entry entry : shared.entries(contents, Set.of("id", "title", "combine", "unsettled", "allow"))) {
            each(shared, entry, (id, title) -> add(shared, entry, id, fill(entry.required("title"), title)));
        }
        titles(contents, problems);
        return this;
    }

    private void titles(Map<String, String> contents, List<Problem> problems) {
        if (contents.containsKey(CLASSIFICATIONS)) {
            YamlList list = new YamlList(CLASSIFICATIONS, problems);
            for (YamlList.Entry entry : list.entries(contents, Set.of("id", "title"))) {
                if (classifications.putIfAbsent(entry.required("id"), entry.required("title")) != null) {
                    list.problem(entry.line(), "duplicate-name", "'" + entry.required("id") + "' is defined a second time. Define it once.");
                }
            }
        }
    }

    private interface Definition {
        void of(String id, String title);
    }

    private void each(YamlList list, YamlList.Entry entry, Definition definition) {
        String id = entry.required("id");
        Matcher braces = LIST.matcher(id);
        if (!braces.find()) {
            definition.of(id, "");
            return;
        }
        FieldType.OneOf of = choices.get(braces.group(1));
        if (of == null) {
            list.problem(entry.line(), "no list of choices or table is called '" + braces.group(1) + "'." + Suggestion.maybe(braces.group(1), choices.keySet()));
            return;
        }
        for (Choice choice : of.choices()) {
            definition.of(braces.replaceFirst(Matcher.quoteReplacement(choice.id())), choice.title());
        }
    }

    private static String fill(String text, String title) {
        return text.replace("{title}", title);
    }

    private void add(YamlList list, YamlList.Entry entry, String id, String title) {
        String combine = entry.text("combine").orElse("all");
        Optional<Requirement.Combine> known = List.of(Requirement.Combine.values()).stream().filter(one -> one.spelling().equals(combine)).findFirst();
        if (known.isEmpty()) {
            list.problem(entry.line(), "combine '" + combine + "' is not one of all, any, none.");
        }
        Requirement requirement = new Requirement(id, title, known.orElse(Requirement.Combine.ALL), entry.text("unsettled").orElse(""), requirements.size());
        if (requirements.putIfAbsent(id, requirement) != null) {
            list.problem(entry.line(), "duplicate-name", "'" + id + "' is defined a second time. Define it once.");
        }
    }
}
