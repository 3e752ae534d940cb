package org.imgeligibility.regression.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One part of the rules that differs.
 *
 * @param file where it stands now, or stood; empty for what is looked up by id
 * @param line where it begins there, 0 where that is not known
 * @param diff its lines, each with {@code +}, {@code -} or a blank before it
 */
public record Change(Element.Kind kind, How how, String file, int line, String name, List<String> diff) {

    /** What became of it. */
    public enum How { ADDED, REMOVED, CHANGED, MOVED }

    /** What it is, in words. */
    public String what() {
        return kind.singular();
    }

    /** Everything that differs; what only stands elsewhere in its file, or is laid out or commented otherwise, does not. */
    static List<Change> between(List<Element> from, List<Element> to) {
        Map<List<Object>, List<Element>> before = byName(from);
        Map<List<Object>, List<Element>> after = byName(to);
        return Stream.concat(before.keySet().stream(), after.keySet().stream()).distinct()
                .flatMap(name -> paired(before.getOrDefault(name, List.of()), after.getOrDefault(name, List.of())).stream())
                .sorted(java.util.Comparator.comparing(Change::kind).thenComparing(Change::file).thenComparing(Change::line)).toList();
    }

    /** Rules have one name in all files; keys are those of their table. */
    private static Map<List<Object>, List<Element>> byName(List<Element> elements) {
        return elements.stream().collect(Collectors.groupingBy(one -> List.of(one.kind(), one.name(), one.kind() == Element.Kind.ROW ? one.file() : ""), LinkedHashMap::new, Collectors.toList()));
    }

    /** Several rows of a key are paired in their order, once those that are the same are set aside. */
    private static List<Change> paired(List<Element> before, List<Element> after) {
        List<Element> gone = new ArrayList<>(before);
        List<Element> come = new ArrayList<>(after);
        for (Element one : before) {
            come.stream().filter(other -> other.file().equals(one.file()) && other.says().equals(one.says())).findFirst().ifPresent(same -> {
                gone.remove(one);
                come.remove(same);
            });
        }
        List<Change> changes = new ArrayList<>();
        for (int at = 0; at < Math.max(gone.size(), come.size()); at++) {
            changes.add(at >= come.size() ? alone(gone.get(at), How.REMOVED, "- ") : at >= gone.size() ? alone(come.get(at), How.ADDED, "+ ") : changed(gone.get(at), come.get(at)));
        }
        return changes;
    }

    private static Change alone(Element one, How how, String sign) {
        return new Change(one.kind(), how, one.file(), one.line(), one.name(), one.lines().stream().map(line -> sign + line.written()).toList());
    }

    private static Change changed(Element before, Element after) {
        boolean moved = before.says().equals(after.says());
        List<String> diff = moved ? List.of("- " + before.file(), "+ " + after.file()) : LineDiff.of(before.lines(), after.lines());
        return new Change(after.kind(), moved ? How.MOVED : How.CHANGED, after.file(), after.line(), after.name(), diff);
    }
}
