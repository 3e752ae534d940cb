package org.imgeligibility.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.imgeligibility.rulebase.Requirement;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Word;

/** The page of the requirements that questions are made of, each with the rules on it. */
final class RequirementPage {

    private static final String PATH = "requirements.md";

    private final Contents contents;
    private final Links links;

    RequirementPage(Contents contents, Links links) {
        this.contents = contents;
        this.links = links.on(PATH);
    }

    Map<String, String> pages() {
        StringBuilder text = new StringBuilder("# Requirements\n\nWhat questions are made of, with the rules that ask for more or that conclude. … stands for a value: one requirement for each.\n");
        links.groups().all().forEach(group -> text.append('\n').append(group(group)));
        return Map.of(PATH, text.append(links.targets()).toString());
    }

    private String group(RequirementGroups.Group group) {
        StringBuilder text = new StringBuilder(Markdown.heading(2, "requirement", group.name(), group.title()));
        text.append('`').append(group.name()).append('`').append(group.members().size() == 1 ? "" : ", " + group.members().size() + " requirements").append("\n\n");
        Set<Requirement.Combine> combines = group.members().stream().map(Requirement::combine).collect(Collectors.toSet());
        String combined = combines.size() == 1 ? combines.iterator().next().spelling() : "as its definition says, all or any";
        List<Rule> asking = group.rules().stream().filter(rule -> rule.word() == Word.REQUIRE).toList();
        if (!asking.isEmpty()) {
            text.append("Needs **").append(combined).append("** of:\n\n");
        }
        asking.forEach(rule -> text.append("- ").append(rule.all("requires").stream().map(links::written).collect(Collectors.joining(", "))).append(" (").append(links.rule(rule)).append(hangs(rule)).append(")\n"));
        group.rules().stream().filter(rule -> rule.word() != Word.REQUIRE).sorted(Comparator.comparing(Rule::word))
                .forEach(rule -> text.append("- ").append(rule.word().spelling()).append(": ").append(links.rule(rule)).append(hangs(rule)).append('\n'));
        group.members().stream().map(Requirement::unsettled).filter(unsettled -> !unsettled.isEmpty()).distinct()
                .forEach(unsettled -> text.append("- where all is known and no rule decides: ").append(Markdown.text(unsettled)).append('\n'));
        return text.toString();
    }

    private String hangs(Rule rule) {
        boolean inForce = contents.readings().stream().anyMatch(reading -> rule.holds(contents.day(), reading));
        return rule.one("where").map(id -> ", where this is met: " + links.written(id)).orElse("") + rule.one("unless").map(id -> ", unless this is met: " + links.written(id)).orElse("")
                + rule.one("reading").map(reading -> ", reading " + reading).orElse("") + (inForce ? "" : ", not in force on this day");
    }
}
