package org.imgeligibility.regression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imgeligibility.facts.Field;
import org.imgeligibility.facts.Section;
import org.imgeligibility.facts.Tree;
import org.imgeligibility.facts.Vocabulary;

/** Lays one applicant over another: sections field by field, lists entry by entry; null takes away. */
final class Overlay {

    private final Vocabulary vocabulary;

    Overlay(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Tree over(Tree below, Tree above) {
        if (!(below instanceof Tree.Mapping base) || !(above instanceof Tree.Mapping top)) {
            return isNull(above) ? below : above;
        }
        Map<String, Tree> sections = new LinkedHashMap<>(base.entries());
        top.entries().forEach((name, tree) -> sections.merge(name, tree, (old, added) -> section(name, old, added)));
        sections.values().removeIf(Overlay::isNull);
        return new Tree.Mapping(sections, top.line());
    }

    private Tree section(String name, Tree below, Tree above) {
        if (below instanceof Tree.Sequence base && above instanceof Tree.Sequence top) {
            return vocabulary.section(name).flatMap(Section::key).map(key -> entries(key, base, top)).orElse(above);
        }
        return fields(below, above);
    }

    private static Tree fields(Tree below, Tree above) {
        if (!(below instanceof Tree.Mapping base) || !(above instanceof Tree.Mapping top)) {
            return above;
        }
        Map<String, Tree> fields = new LinkedHashMap<>(base.entries());
        fields.putAll(top.entries());
        fields.values().removeIf(Overlay::isNull);
        return new Tree.Mapping(fields, top.line());
    }

    private static Tree entries(Field key, Tree.Sequence base, Tree.Sequence top) {
        Map<Object, Tree> entries = new LinkedHashMap<>();
        List<Tree> odd = new ArrayList<>();
        for (Tree.Sequence list : List.of(base, top)) {
            for (Tree entry : list.items()) {
                if (entry instanceof Tree.Mapping mapping && mapping.entries().get(key.name()) instanceof Tree.Scalar id && !(list == top && isRepeated(key, top, id))) {
                    entries.merge(id.value(), entry, Overlay::fields);
                } else {
                    odd.add(entry);
                }
            }
        }
        odd.addAll(0, entries.values());
        return new Tree.Sequence(odd, top.line());
    }

    /** A key given twice in one list is left as it is, so that the reader of applicants can refuse it. */
    private static boolean isRepeated(Field key, Tree.Sequence list, Tree.Scalar id) {
        return list.items().stream().filter(item -> item instanceof Tree.Mapping mapping
                && mapping.entries().get(key.name()) instanceof Tree.Scalar other && java.util.Objects.equals(id.value(), other.value())).count() > 1;
    }

    private static boolean isNull(Tree tree) {
        return tree instanceof Tree.Scalar scalar && scalar.value() == null;
    }
}
