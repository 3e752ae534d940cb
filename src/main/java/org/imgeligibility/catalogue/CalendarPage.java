package org.imgeligibility.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.imgeligibility.verdict.Wording;

/** What changes on which day, past and to come. */
final class CalendarPage {

    static final String PATH = "calendar.md";

    private final Contents contents;
    private final Links links;

    CalendarPage(Contents contents, Links links) {
        this.contents = contents;
        this.links = links.on(PATH);
    }

    Map<String, String> pages() {
        SortedMap<LocalDate, List<PolicyCalendar.Entry>> days = PolicyCalendar.of(contents.policy()).days();
        LocalDate tomorrow = contents.day().plusDays(1);
        StringBuilder text = new StringBuilder("# Policy calendar\n\nThe days on which a rule or a dated table row comes into force or goes out of it, and on which a source must have been looked at again.\n");
        text.append("\n## Still to come\n");
        days.tailMap(tomorrow).forEach((day, entries) -> day(day, entries, text));
        text.append("\n## Up to ").append(Wording.day(contents.day())).append("\n");
        days.headMap(tomorrow).forEach((day, entries) -> day(day, entries, text));
        return Map.of(PATH, text.append(links.targets()).toString());
    }

    private void day(LocalDate day, List<PolicyCalendar.Entry> entries, StringBuilder text) {
        text.append("\n### ").append(Wording.day(day)).append("\n\n");
        entries.forEach(entry -> text.append("- ").append(subject(entry)).append(' ').append(entry.kind().words())
                .append(entry.reading().map(reading -> " (reading `" + reading + "`)").orElse("")).append('\n'));
    }

    private String subject(PolicyCalendar.Entry entry) {
        return switch (entry.kind()) {
            case RULE_BEGINS, RULE_ENDS -> links.rule(contents.policy().rules().stream().filter(rule -> rule.name().equals(entry.id())).findFirst().orElseThrow());
            case ROW_BEGINS, ROW_ENDS -> links.table(entry.id()) + Markdown.text(entry.what().substring(entry.id().length()));
            case REVIEW_DUE -> links.source(contents.policy().sources().get(entry.id()));
        };
    }
}
