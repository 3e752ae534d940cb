package org.imgeligibility.regression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imgeligibility.facts.YamlSpans;
import org.imgeligibility.facts.YamlSpans.Span;

/** The text of one fixture file with some expected values put in place of others. */
final class Rewriting {

    private record Edit(Fixture fixture, Span span, String value) {
    }

    private final String text;
    private final Map<List<String>, Span> spans;
    private final List<Edit> edits = new ArrayList<>();
    private final Map<String, List<Fixture.Expectation>> wanted = new HashMap<>();

    Rewriting(String text) {
        this.text = text;
        this.spans = YamlSpans.of(text);
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    /** Takes over what came out for a case, or tells why that cannot be. */
    Optional<String> accept(Fixture fixture, List<Difference> differences) {
        if (differences.stream().anyMatch(difference -> difference.holds().isEmpty())) {
            return Optional.of("a refusal of the applicant, a note or a rule that is not shown, or rules that disagree, cannot be accepted. Change the case by hand.");
        }
        List<Fixture.Expectation> after = new ArrayList<>(fixture.expectations());
        for (Difference difference : differences) {
            Fixture.Expectation holds = difference.holds().orElseThrow();
            int at = after.stream().map(Fixture.Expectation::of).toList().indexOf(holds.of());
            rewrite(fixture, after.get(at), holds);
            after.set(at, holds);
        }
        wanted.put(fixture.id(), after);
        return Optional.empty();
    }

    private void rewrite(Fixture fixture, Fixture.Expectation before, Fixture.Expectation holds) {
        List<String> place = List.of("cases", position(fixture), "expect", before.of());
        if (!before.outcome().equals(holds.outcome())) {
            Span span = spans.getOrDefault(with(place, "outcome"), spans.get(place));
            String quote = text.substring(span.start(), span.start() + 1).replaceAll("[^\"']", "");
            edits.add(new Edit(fixture, span, quote + holds.outcome() + quote));
        }
        list(fixture, with(place, "because"), before.because(), holds.because());
        list(fixture, with(place, "missing"), before.missing(), holds.missing());
        holds.requirements().forEach((id, status) -> {
            if (!status.equals(before.requirements().get(id))) {
                edits.add(new Edit(fixture, spans.get(with(with(place, "requirements"), id)), status));
            }
        });
    }

    private void list(Fixture fixture, List<String> place, Optional<Set<String>> before, Optional<Set<String>> after) {
        if (!before.equals(after)) {
            edits.add(new Edit(fixture, spans.get(place), "[" + String.join(", ", after.orElseThrow()) + "]"));
        }
    }

    private String position(Fixture fixture) {
        return Stream.iterate(0, at -> at + 1).map(String::valueOf).filter(at -> spans.get(List.of("cases", at, "id")).in(text).replaceAll("[\"']", "").equals(fixture.id()))
                .findFirst().orElseThrow();
    }

    private static List<String> with(List<String> place, String key) {
        return Stream.concat(place.stream(), Stream.of(key)).toList();
    }

    String text() {
        return applied(edits, 0, text.length());
    }

    /** A part of the text with the edits that lie in it. */
    private String applied(List<Edit> some, int from, int to) {
        StringBuilder changed = new StringBuilder();
        int at = from;
        for (Edit edit : some.stream().sorted(Comparator.comparing(edit -> edit.span().start())).toList()) {
            changed.append(text, at, edit.span().start()).append(edit.value());
            at = edit.span().end();
        }
        return changed.append(text, at, to).toString();
    }

    /** Whether the new text says what was wanted, everything else what it said before, and no comment is lost. */
    boolean isSound(FixtureReader before, FixtureReader after, String file) {
        before.read(file, text);
        after.read(file, text());
        return after.problems().size() == before.problems().size() && edits.stream().noneMatch(edit -> edit.span().in(text).contains("#"))
                && said(after).equals(before.fixtures().stream().map(fixture -> wanted.getOrDefault(fixture.id(), fixture.expectations())).toList());
    }

    private static List<List<Fixture.Expectation>> said(FixtureReader reader) {
        return reader.fixtures().stream().map(Fixture::expectations).toList();
    }

    /** The lines that change, case by case. */
    List<Acceptance.Change> changes() {
        return edits.stream().map(Edit::fixture).distinct().map(this::change).toList();
    }

    private Acceptance.Change change(Fixture fixture) {
        List<Edit> own = edits.stream().filter(edit -> edit.fixture() == fixture).toList();
        int from = text.lastIndexOf('\n', own.stream().mapToInt(edit -> edit.span().start()).min().orElseThrow()) + 1;
        int end = text.indexOf('\n', own.stream().mapToInt(edit -> edit.span().end()).max().orElseThrow());
        int to = end < 0 ? text.length() : end;
        List<String> before = new ArrayList<>(text.substring(from, to).lines().toList());
        List<String> after = new ArrayList<>(applied(own, from, to).lines().toList());
        List<String> kept = before.stream().filter(after::contains).toList();
        before.removeAll(kept);
        after.removeAll(kept);
        return new Acceptance.Change(Told.place(fixture), before, after);
    }
}
