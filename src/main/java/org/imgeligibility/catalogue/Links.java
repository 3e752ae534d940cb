package org.imgeligibility.catalogue;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Question;
import org.imgeligibility.rulebase.Source;
import org.imgeligibility.rulebase.language.Rule;

/** Links from one page of the Markdown edition to where things stand; their targets are told once, at the end of the page. */
final class Links {

    private final Policy policy;
    private final RequirementGroups groups;
    private final Map<String, SourceUse> uses;
    private final String page;
    private final Map<String, String> targets = new TreeMap<>();

    /**
     * @param groups by which requirements that differ by a value alone stand together
     * @param uses   every source by id
     * @param page   the page the links stand on, or empty where all pages are one text
     */
    Links(Policy policy, RequirementGroups groups, Map<String, SourceUse> uses, String page) {
        this.policy = policy;
        this.groups = groups;
        this.uses = uses;
        this.page = page;
    }

    Links on(String otherPage) {
        return new Links(policy, groups, uses, page.isEmpty() ? "" : otherPage);
    }

    RequirementGroups groups() {
        return groups;
    }

    Map<String, SourceUse> uses() {
        return uses;
    }

    boolean isOnePage() {
        return page.isEmpty();
    }

    /** The targets of the links given so far. */
    String targets() {
        StringBuilder text = new StringBuilder(targets.isEmpty() ? "" : "\n");
        targets.forEach((label, target) -> text.append('[').append(label).append("]: ").append(target).append('\n'));
        return text.toString();
    }

    static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** The place that a link to something leads to. */
    static String anchor(String kind, String name) {
        return "<a id=\"" + kind + "-" + slug(name) + "\"></a>";
    }

    static String questionPage(Question question) {
        return "questions/" + question.topic() + ".md";
    }

    static String rulePage(String file) {
        return "rules/" + slug(file.replace(".drl", "")) + ".md";
    }

    static String sourcePage(SourceUse use) {
        return "sources/" + use.folder() + ".md";
    }

    /** A rule by its name, which is also the label of its target. */
    String rule(Rule rule) {
        String name = Markdown.text(rule.name());
        targets.put(name, target(rulePage(rule.place().file()), "rule", rule.name()));
        return "[" + name + "]";
    }

    String source(Source source) {
        return link(source.title(), sourcePage(uses.get(source.id())), "source", source.id());
    }

    String table(String type) {
        return link(type, "tables/" + type + ".md", "table", type);
    }

    /** A requirement by its title; a question leads to the question. */
    String requirement(String id) {
        Question question = policy.questions().get(id);
        return question != null ? link(question.title(), questionPage(question), "question", id)
                : link(policy.requirements().get(id).title(), "requirements.md", "requirement", groups.of(id).name());
    }

    /** A requirement as rules write it, with values in braces. */
    String written(String id) {
        return policy.requirements().containsKey(id) ? requirement(id) : groups.named(RequirementGroups.name(id))
                .map(group -> link(group.name(), "requirements.md", "requirement", group.name())).orElseGet(() -> "`" + id + "`");
    }

    private String link(String text, String page, String kind, String name) {
        String label = kind + "-" + slug(name);
        targets.put(label, target(page, kind, name));
        return "[" + Markdown.text(text) + "][" + label + "]";
    }

    private String target(String other, String kind, String name) {
        String path = page.isEmpty() || other.equals(page) ? "" : (page.contains("/") ? "../" : "") + other;
        return path + "#" + kind + "-" + slug(name);
    }
}
