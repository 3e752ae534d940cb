package org.imgeligibility.catalogue;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.imgeligibility.rulebase.Source;

/** The sources: all in one table, and a page for each folder of rules with what rests on each. */
final class SourcePages {

    static final String INDEX = "sources.md";
    private static final int FOLDED = 12;

    private final Contents contents;
    private final Links links;
    private final Map<String, SourceUse> uses;

    SourcePages(Contents contents, Links links) {
        this.contents = contents;
        this.links = links;
        this.uses = links.uses();
    }

    Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put(INDEX, index(links.on(INDEX)));
        uses.values().stream().collect(Collectors.groupingBy(SourceUse::folder, TreeMap::new, Collectors.toList()))
                .forEach((folder, some) -> pages.put(Links.sourcePage(some.get(0)), page(folder, some)));
        return pages;
    }

    private String page(String folder, List<SourceUse> some) {
        Links here = links.on(Links.sourcePage(some.get(0)));
        return "# Sources: " + folder + " (" + some.size() + ")\n" + some.stream().map(use -> "\n" + entry(use, here)).collect(Collectors.joining()) + here.targets();
    }

    private String index(Links here) {
        StringBuilder text = new StringBuilder("# Sources (" + uses.size() + ")\n\nBy the day on which they must be looked at again, the next first.\n\n");
        text.append(Markdown.row(List.of("review by", "source", "publisher", "kind", "confidence"))).append("|---|---|---|---|---|\n");
        uses.values().stream().sorted(Comparator.comparing((SourceUse use) -> use.source().reviewBy()).thenComparing(use -> use.source().id())).forEach(use -> {
            Source source = use.source();
            text.append(Markdown.row(List.of(review(use), here.source(source), Markdown.text(source.publisher()), source.kind(), source.confidence().spelling())));
        });
        return text.append(here.targets()).toString();
    }

    private String review(SourceUse use) {
        return use.source().reviewBy() + (use.isOverdue(contents.day()) ? " **overdue**" : "");
    }

    private String entry(SourceUse use, Links here) {
        Source source = use.source();
        StringBuilder text = new StringBuilder(Markdown.heading(2, "source", source.id(), source.title()));
        text.append(Markdown.item("Id", "`" + source.id() + "`")).append(Markdown.item("Publisher", Markdown.text(source.publisher())));
        source.published().ifPresent(day -> text.append(Markdown.item("Published", day)));
        source.url().ifPresent(url -> text.append(Markdown.item("Address", "<" + url + ">")));
        text.append(Markdown.item("Where in it", Markdown.text(source.locator()))).append(Markdown.item("Kind", source.kind())).append(Markdown.item("Confidence", source.confidence().spelling())).append(Markdown.item("To be reviewed by", review(use)));
        list("rules", use.rules().stream().map(here::rule).toList(), text);
        list("table rows", use.rows().stream().map(row -> here.table(row.table().type().name()) + Markdown.text(row.name().substring(row.name().indexOf(' ')))).toList(), text);
        return text.toString();
    }

    private static void list(String what, List<String> items, StringBuilder text) {
        if (!items.isEmpty()) {
            String lines = items.stream().map(item -> "- " + item + "\n").collect(Collectors.joining());
            String title = "What rests on it: " + items.size() + " " + (items.size() == 1 ? what.substring(0, what.length() - 1) : what);
            text.append('\n').append(items.size() > FOLDED ? "<details><summary>" + title + "</summary>\n\n" + lines + "\n</details>\n" : title + "\n\n" + lines);
        }
    }
}
