package org.imgeligibility.regression.generated;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.facts.Section;
import org.imgeligibility.facts.Tree;
import org.imgeligibility.facts.TreeWriter;
import org.imgeligibility.facts.Vocabulary;

/** Facts written as the file they could have come from, everything in it that has no order shuffled. */
public final class ApplicantFile {

    private final Facts facts;
    private final Random random;

    private ApplicantFile(Facts facts, Random random) {
        this.facts = facts;
        this.random = random;
    }

    /** One line of JSON. */
    public static String of(Facts facts, Vocabulary vocabulary, Random random) {
        return new ApplicantFile(facts, random).write(vocabulary);
    }

    private String write(Vocabulary vocabulary) {
        Map<String, Tree> sections = new LinkedHashMap<>();
        vocabulary.sections().forEach(section -> sections.put(section.name(), section.key().isPresent() ? list(section) : fields("/" + section.name(), section)));
        return TreeWriter.json(shuffled(sections));
    }

    private Tree list(Section section) {
        List<Tree> entries = new ArrayList<>();
        for (String prefix : section.prefixes()) {
            Tree.Mapping entry = fields(prefix, section);
            Map<String, Tree> named = new LinkedHashMap<>(entry.entries());
            named.put(section.key().orElseThrow().name(), scalar(prefix.substring(prefix.lastIndexOf('/') + 1)));
            if (!entry.entries().isEmpty()) {
                entries.add(shuffled(named));
            }
        }
        Collections.shuffle(entries, random);
        return new Tree.Sequence(entries, 1);
    }

    private Tree.Mapping fields(String prefix, Section section) {
        Map<String, Tree> fields = new LinkedHashMap<>();
        section.facts().stream().filter(field -> facts.values().containsKey(prefix + "/" + field.name()))
                .forEach(field -> fields.put(field.name(), value(facts.values().get(prefix + "/" + field.name()))));
        return shuffled(fields);
    }

    private Tree.Mapping shuffled(Map<String, Tree> entries) {
        List<String> names = new ArrayList<>(entries.keySet());
        Collections.shuffle(names, random);
        Map<String, Tree> shuffled = new LinkedHashMap<>();
        names.forEach(name -> shuffled.put(name, entries.get(name)));
        return new Tree.Mapping(shuffled, 1);
    }

    private static Tree value(Object value) {
        return value instanceof List<?> items ? new Tree.Sequence(items.stream().map(ApplicantFile::scalar).toList(), 1) : scalar(value);
    }

    private static Tree scalar(Object value) {
        return new Tree.Scalar(value instanceof Double number ? BigDecimal.valueOf(number) : value instanceof Boolean || value instanceof Integer ? value : value.toString(), 1);
    }
}
