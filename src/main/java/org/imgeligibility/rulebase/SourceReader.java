package org.imgeligibility.rulebase;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imgeligibility.facts.Problem;

/** Reads {@code sources.yaml}. */
final class SourceReader {

    static final String FILE = "sources.yaml";
    private static final Set<String> KEYS = Set.of("id", "title", "publisher", "url", "published", "retrieved", "locator", "kind", "confidence", "reviewBy", "note", "allow");
    private static final Set<String> KINDS = Set.of("stated", "official", "secondary");

    private final YamlList list;

    private SourceReader(List<Problem> problems) {
        this.list = new YamlList(FILE, problems);
    }

    static Map<String, Source> read(Map<String, String> contents, List<Problem> problems) {
        SourceReader reader = new SourceReader(problems);
        Map<String, Source> sources = new LinkedHashMap<>();
        for (YamlList.Entry entry : reader.list.entries(contents, KEYS)) {
            Source source = reader.source(entry);
            if (sources.putIfAbsent(source.id(), source) != null) {
                reader.list.problem(entry.line(), "duplicate-name", "a second source '" + source.id() + "'. Give it an id of its own.");
            }
        }
        return sources;
    }

    private Source source(YamlList.Entry entry) {
        String kind = entry.required("kind");
        if (!KINDS.contains(kind)) {
            list.problem(entry.line(), "kind '" + kind + "' is not one of official, secondary, stated.");
        }
        return new Source(entry.required("id"), entry.required("title"), entry.required("publisher"), entry.text("url"), entry.text("published"),
                entry.text("retrieved"), entry.required("locator"), kind, confidence(entry), reviewBy(entry));
    }

    private Confidence confidence(YamlList.Entry entry) {
        String given = entry.required("confidence");
        return Confidence.of(given).orElseGet(() -> {
            list.problem(entry.line(), "confidence '" + given + "' is not one of high, medium, low.");
            return Confidence.LOW;
        });
    }

    private LocalDate reviewBy(YamlList.Entry entry) {
        String given = entry.required("reviewBy");
        try {
            return LocalDate.parse(given);
        } catch (DateTimeException wrong) {
            list.problem(entry.line(), "reviewBy '" + given + "' is not a date as 2027-06-30.");
            return LocalDate.MAX;
        }
    }
}
