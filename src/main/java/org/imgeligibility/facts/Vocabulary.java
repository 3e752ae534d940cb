package org.imgeligibility.facts;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All that can be said of an applicant, in the order of the rule files' declarations. */
public final class Vocabulary {

    /** Free text at the top of a file that no rule ever reads. */
    public static final List<String> FREE_TEXT = List.of("id", "name");

    private final List<Section> sections;
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Map<String, String> labels = new ConcurrentHashMap<>();
    /** By prefix and field: joining them for each fact of each applicant would cost more than all else. */
    private final Map<String, Map<String, String>> paths = new HashMap<>();

    public Vocabulary(List<Section> sections) {
        this.sections = List.copyOf(sections);
        for (Section section : sections) {
            for (String prefix : section.prefixes()) {
                Map<String, String> own = paths.computeIfAbsent(prefix, name -> new HashMap<>());
                section.facts().forEach(field -> {
                    String path = prefix + "/" + field.name();
                    own.put(field.name(), path);
                    slots.put(path, new Slot(section, prefix, field));
                });
            }
        }
    }

    /** The place of one fact: its section, the prefix of its entry and its field. */
    public record Slot(Section section, String prefix, Field field) {

        public String path() {
            return prefix + "/" + field.name();
        }

        /** The key's title where the fact belongs to an entry of a list ("USMLE Step 1" in some vocabulary). */
        public Optional<String> entry() {
            return section.key().map(key -> ((FieldType.OneOf) key.type())
                    .choice(prefix.substring(section.name().length() + 2)).orElseThrow().title());
        }
    }

    public List<Section> sections() {
        return sections;
    }

    public Optional<Section> section(String name) {
        for (Section section : sections) {
            if (section.name().equals(name)) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }

    /** Every fact there can be, by path ({@code /exams/STEP_1/outcome}). */
    public Map<String, Slot> slots() {
        return slots;
    }

    /** The path of a field's fact in the entry of a prefix. */
    String path(String prefix, String field) {
        return paths.get(prefix).get(field);
    }

    /** How people speak of a fact: "USMLE Step 1: date taken", "Country of the school". */
    public String label(String path) {
        return labels.computeIfAbsent(path, this::labelled);
    }

    private String labelled(String path) {
        Slot slot = slots.get(path);
        return slot.entry().map(entry -> entry + ": " + lower(slot.field().label())).orElse(slot.field().label());
    }

    private static String lower(String label) {
        boolean acronym = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return acronym ? label : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
