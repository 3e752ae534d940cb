package org.imgeligibility.regression.mutation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.facts.Vocabulary;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.regression.generated.Applicant;

/** Writes a witness down as the case of a fixture file that would have caught the edit. */
final class Sketch {

    private final Vocabulary vocabulary;

    Sketch(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The expectation is what the rules say now; whether that is right, only the policy can tell. */
    List<String> of(Witness witness) {
        String id = witness.differing().get(0);
        Ruling.Answer now = witness.edited().answers().get(id);
        List<String> lines = new ArrayList<>();
        lines.add("- id: ...");
        lines.add("  says: ...");
        lines.add("  asOf: " + witness.applicant().asOf());
        lines.add("  reading: " + witness.applicant().reading());
        lines.add("  applicant: " + applicant(witness.applicant()));
        lines.add("  expect: { " + id + ": " + answer(witness.stands().answers().get(id), now) + " }");
        lines.add("  # with the edit: " + (now == null ? "cannot be evaluated" : !now.faults().isEmpty() ? now.faults().get(0) : answer(now, witness.stands().answers().get(id))));
        return lines;
    }

    private static String answer(Ruling.Answer answer, Ruling.Answer other) {
        List<String> parts = new ArrayList<>(List.of("outcome: " + quoted(answer.outcome())));
        if (other != null && !answer.because().equals(other.because())) {
            parts.add("because: " + answer.because());
        }
        if (other != null && !answer.missing().equals(other.missing())) {
            parts.add("missing: " + answer.missing());
        }
        if (other != null) {
            List<String> statuses = Stream.concat(answer.statuses().keySet().stream(), other.statuses().keySet().stream()).distinct().sorted()
                    .filter(one -> answer.statuses().get(one) != other.statuses().get(one)).map(one -> one + ": " + status(answer, one)).toList();
            Set<String> silent = new TreeSet<>(answer.rules());
            silent.removeAll(other.rules());
            if (parts.size() == 1 && statuses.isEmpty() && !silent.isEmpty()) {
                parts.add("rules: " + silent.stream().map(rule -> '"' + rule + '"').toList());
            }
            if (!statuses.isEmpty() && parts.size() == 1) {
                parts.add("requirements: { " + String.join(", ", statuses) + " }");
            }
        }
        return parts.size() == 1 ? quoted(answer.outcome()) : "{ " + String.join(", ", parts) + " }";
    }

    private static String status(Ruling.Answer answer, String requirement) {
        return answer.statuses().containsKey(requirement) ? answer.statuses().get(requirement).name() : Fixture.Expectation.NOT_ASKED;
    }

    /** YES and NO are words in YAML that some readers take for true and false. */
    private static String quoted(String value) {
        return value.matches("(?i)yes|no|true|false|null|on|off") ? "\"" + value + "\"" : value;
    }

    private String applicant(Applicant applicant) {
        Map<String, Map<String, Map<String, String>>> sections = new LinkedHashMap<>();
        applicant.facts().values().forEach((path, value) -> {
            Vocabulary.Slot slot = vocabulary.slots().get(path);
            Map<String, String> entry = sections.computeIfAbsent(slot.section().name(), any -> new LinkedHashMap<>()).computeIfAbsent(slot.prefix(), any -> new LinkedHashMap<>());
            slot.section().key().ifPresent(key -> entry.put(key.name(), slot.prefix().substring(slot.prefix().lastIndexOf('/') + 1)));
            entry.put(slot.field().name(), quoted(String.valueOf(value)));
        });
        return sections.isEmpty() ? "{}" : sections.entrySet().stream().map(one -> one.getKey() + ": " + section(one.getKey(), one.getValue())).collect(Collectors.joining(", ", "{ ", " }"));
    }

    private String section(String name, Map<String, Map<String, String>> entries) {
        String written = entries.values().stream().map(entry -> entry.entrySet().stream().map(one -> one.getKey() + ": " + one.getValue()).collect(Collectors.joining(", ", "{ ", " }")))
                .collect(Collectors.joining(", "));
        return vocabulary.section(name).orElseThrow().key().isPresent() ? "[" + written + "]" : written;
    }
}
