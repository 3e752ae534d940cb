package org.imgeligibility.catalogue;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.imgeligibility.rulebase.Citations;
import org.imgeligibility.rulebase.Source;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.verdict.Wording;

/** A page for each rule file: its rules with sentence, conditions, sources, dates, place and fixtures. */
final class RulePages {

    private static final int FEW = 6;

    private final Contents contents;
    private final Links links;
    private final Citations citations;

    RulePages(Contents contents, Links links) {
        this.contents = contents;
        this.links = links;
        this.citations = new Citations(contents.policy());
    }

    Map<String, String> pages() {
        Map<String, List<Rule>> files = contents.policy().rules().stream().sorted(Comparator.comparing(rule -> rule.place().line()))
                .collect(Collectors.groupingBy(rule -> rule.place().file(), TreeMap::new, Collectors.toList()));
        Map<String, String> pages = new LinkedHashMap<>();
        files.forEach((file, rules) -> pages.put(Links.rulePage(file), page(file, rules)));
        return pages;
    }

    private String page(String file, List<Rule> rules) {
        Links here = links.on(Links.rulePage(file));
        return "# Rules in `rules/" + file + "` (" + rules.size() + ")\n" + rules.stream().map(rule -> "\n" + rule(rule, here)).collect(Collectors.joining()) + here.targets();
    }

    private String rule(Rule rule, Links here) {
        Applied written = Applied.of(contents.policy(), rule);
        StringBuilder text = new StringBuilder(Markdown.heading(2, "rule", rule.name(), rule.name()));
        written.says().ifPresent(says -> text.append("> ").append(Markdown.text(says)).append("\n\n"));
        text.append(Markdown.item("Concludes", concludes(rule, here)));
        if (!rule.all("requires").isEmpty()) {
            text.append(Markdown.item("Asks for", rule.all("requires").stream().map(here::written).collect(Collectors.joining(", "))));
        }
        if (!written.conditions().isEmpty()) {
            text.append(Markdown.item("Where", Markdown.text(String.join("; ", written.conditions()))));
        }
        written.where().ifPresent(id -> text.append(Markdown.item("Only where this is met", here.written(id))));
        written.unless().ifPresent(id -> text.append(Markdown.item("Unless this is met", here.written(id))));
        written.next().ifPresent(next -> text.append(Markdown.item("Next step", Markdown.text(next))));
        text.append(Markdown.item("In force", inForce(rule))).append(sources(rule, here));
        text.append(Markdown.item("Stands in", "`rules/" + rule.place().file() + ":" + rule.place().line() + "`"));
        contents.exercises().ifPresent(exercises -> text.append(Markdown.item("Exercised by", exercises.of(rule.name())
                .map(some -> some.words() + ", as " + some.nearest().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "))).orElse("no case"))));
        return text.toString();
    }

    private static String concludes(Rule rule, Links here) {
        return rule.word().spelling() + rule.one("requirement").map(id -> " on " + here.written(id)).orElse("")
                + rule.one("classification").map(id -> " `" + id + "` as `" + rule.one("value").orElse("") + "`").orElse("");
    }

    private static String inForce(Rule rule) {
        return rule.from().map(day -> "from " + Wording.day(day)).orElse("always") + rule.until().map(day -> " until before " + Wording.day(day)).orElse("")
                + rule.one("reading").map(reading -> ", under the reading `" + reading + "` only").orElse("");
    }

    private String sources(Rule rule, Links here) {
        String own = citations.own(rule).stream().map(source -> here.source(source) + " (" + Markdown.text(source.locator()) + ")").collect(Collectors.joining("; "));
        List<Source> byRows = citations.byRows(rule);
        String rows = byRows.isEmpty() ? "" : "what the table row names (" + (byRows.size() > FEW ? byRows.size() + " documents" : byRows.stream().map(here::source).collect(Collectors.joining(", "))) + ")";
        String all = own.isEmpty() || rows.isEmpty() ? own + rows : own + "; " + rows;
        return all.isEmpty() ? "" : Markdown.item("Sources", all + rule.one("confidence").map(given -> ", confidence " + (given.startsWith("{") ? "as the row says" : given)).orElse(""));
    }
}
