package org.imgeligibility.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.imgeligibility.verdict.Wording;

/** The whole catalogue as Markdown: pages that link to each other, or one text. */
public final class MarkdownEdition {

    private static final String INDEX = "README.md";

    private final Contents contents;

    public MarkdownEdition(Contents contents) {
        this.contents = contents;
    }

    /** Texts by path, the index first. */
    public Map<String, String> pages() {
        return pages(INDEX);
    }

    /** All in one. */
    public String text() {
        return String.join("\n", pages("").values());
    }

    private Map<String, String> pages(String first) {
        Links links = new Links(contents.policy(), new RequirementGroups(contents.policy()), SourceUse.of(contents.policy()), first);
        Map<String, String> pages = new LinkedHashMap<>();
        pages.putAll(new QuestionPages(contents, links, contents.outlines()).pages());
        pages.putAll(new RequirementPage(contents, links).pages());
        pages.putAll(new RulePages(contents, links).pages());
        pages.putAll(new SourcePages(contents, links).pages());
        pages.putAll(new TablePages(contents, links).pages());
        pages.putAll(new CalendarPage(contents, links).pages());
        Map<String, String> all = new LinkedHashMap<>(Map.of(INDEX, index(pages, links)));
        all.putAll(pages);
        return all;
    }

    private String index(Map<String, String> pages, Links links) {
        String head = "# The catalogue of the policy\n\nAs of " + Wording.day(contents.day()) + ", reading " + String.join(" and ", contents.readings())
                + ". Made by `catalogue --format md`, not written by hand.\n\n";
        if (links.isOnePage()) {
            return head;
        }
        Map<String, Long> topics = contents.policy().questions().values().stream().collect(Collectors.groupingBy(Links::questionPage, LinkedHashMap::new, Collectors.counting()));
        StringBuilder text = new StringBuilder(head);
        text.append("- [Policy calendar](").append(CalendarPage.PATH).append("): what changes on which day\n- [Sources](").append(SourcePages.INDEX).append("): by the day of review\n- [Requirements](requirements.md)\n\n## Questions\n\n");
        topics.forEach((page, count) -> text.append("- [").append(name(page)).append("](").append(page).append(") (").append(count).append(")\n"));
        text.append("\n## Rules\n\n");
        new TreeMap<>(pages).keySet().stream().filter(page -> page.startsWith("rules/")).forEach(page -> text.append("- [").append(name(page)).append("](").append(page).append(")\n"));
        text.append("\n## Tables\n\n");
        contents.policy().tables().keySet().forEach(table -> text.append("- ").append(links.table(table)).append('\n'));
        return text.append(links.targets()).toString();
    }

    private static String name(String page) {
        return page.replaceAll(".*/|\\.md$", "");
    }
}
