package org.imgeligibility.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Question;
import org.imgeligibility.rulebase.Requirement;

/** A page for each topic: its questions with their requirement trees. */
final class QuestionPages {

    private static final int FOLDED = 20;

    private final Contents contents;
    private final Links links;
    private final Map<String, Outlines> outlines;

    QuestionPages(Contents contents, Links links, Map<String, Outlines> outlines) {
        this.contents = contents;
        this.links = links;
        this.outlines = outlines;
    }

    /** By path. */
    Map<String, String> pages() {
        Map<String, List<Question>> topics = contents.policy().questions().values().stream().collect(Collectors.groupingBy(Question::topic, LinkedHashMap::new, Collectors.toList()));
        Map<String, String> pages = new LinkedHashMap<>();
        topics.forEach((topic, questions) -> pages.put(Links.questionPage(questions.get(0)), page(topic, questions)));
        return pages;
    }

    private String page(String topic, List<Question> questions) {
        Links here = links.on(Links.questionPage(questions.get(0)));
        StringBuilder text = new StringBuilder("# Questions: " + topic + " (" + questions.size() + ")\n\n");
        questions.forEach(question -> text.append("- ").append(here.requirement(question.id())).append('\n'));
        questions.forEach(question -> text.append('\n').append(question(question, here, questions.size() > FOLDED)));
        return text.append(here.targets()).toString();
    }

    private String question(Question question, Links here, boolean folded) {
        String head = Markdown.heading(2, "question", question.id(), question.title());
        String about = Markdown.text(question.about()) + " (`" + question.id() + "`)\n\n";
        String trees = trees(question, here);
        return head + about + (folded ? "<details><summary>What it needs</summary>\n\n" + trees + "\n</details>\n" : trees);
    }

    /** One tree for all readings; what belongs to some alone says so. */
    private String trees(Question question, Links here) {
        MergedLines lines = new MergedLines();
        outlines.forEach((reading, trees) -> {
            if (question.isAskedUnder(reading)) {
                lines.add(reading, tree(trees.own(question.id()), here).lines().toList());
            }
        });
        return question.reading().map(reading -> "Asked under the reading `" + reading + "` only.\n\n").orElse("") + lines.text();
    }

    private String tree(Outline outline, Links here) {
        StringBuilder text = new StringBuilder();
        outline.exemptions().forEach(rule -> text.append("Does not apply where this is met: ").append(rule.where().map(here::written).orElse("")).append(by(List.of(rule), here)).append("\n\n"));
        if (!outline.members().isEmpty()) {
            text.append("Needs ").append(combined(outline)).append(":\n\n");
            outline.members().forEach(member -> member(member, "", here, text));
        }
        outline.findings().forEach(rule -> text.append(finding(rule, here)));
        if (!outline.notes().isEmpty()) {
            text.append("\nBeside it stands:\n\n");
            outline.notes().stream().map(note -> here.rule(note.rule())).distinct().forEach(note -> text.append("- ").append(note).append('\n'));
        }
        return text.toString();
    }

    static String finding(Applied rule, Links here) {
        return "- " + rule.rule().word().spelling() + ": " + here.rule(rule.rule()) + hangs(rule, here) + "\n";
    }

    private void member(Outline.Member member, String indent, Links here, StringBuilder text) {
        Outline outline = member.outline();
        text.append(indent).append("- ").append(here.requirement(outline.id())).append(by(member.by(), here));
        text.append(outline.members().isEmpty() ? "" : ", by " + combined(outline)).append('\n');
        outline.members().forEach(inner -> member(inner, indent + "  ", here, text));
    }

    private static String combined(Outline outline) {
        return outline.requirement().combine() == Requirement.Combine.ALL ? "**all** of" : outline.requirement().combine() == Requirement.Combine.ANY ? "**any** of" : "**none** of";
    }

    /** Which rules ask for it, and of whom. */
    private static String by(List<Applied> rules, Links here) {
        return rules.stream().map(rule -> here.rule(rule.rule()) + hangs(rule, here)).distinct().collect(Collectors.joining("; ", " (", ")"));
    }

    private static String hangs(Applied rule, Links here) {
        String when = rule.ways() == 1 ? String.join(" and ", rule.conditions()) : "";
        return Stream.of(rule.rule().word() == org.imgeligibility.rulebase.language.Word.NOT_APPLICABLE ? "" : rule.where().map(id -> ", where this is met: " + here.written(id)).orElse(""),
                rule.unless().map(id -> ", unless this is met: " + here.written(id)).orElse(""), rule.rule().word().isFinding() || when.isEmpty() ? "" : ", where " + Markdown.text(when)).collect(Collectors.joining());
    }
}
