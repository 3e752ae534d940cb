package org.imgeligibility.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.imgeligibility.rulebase.Requirement;
import org.imgeligibility.rulebase.language.Word;

/**
 * The requirements as they are for everybody on a day under a reading: what needs what, and what is concluded whoever
 * the applicant is. Each is looked up once and then used by every evaluation, by its number.
 */
final class Outline {

    static final int NONE = -1;

    private final Map<String, Integer> numbers;
    private final Requirement[] requirements;
    private final Findings common;
    private final AtomicReferenceArray<Shape> shapes;

    /** @param numbers the place of each requirement among all, by id */
    Outline(Map<String, Integer> numbers, Requirement[] requirements, Findings common) {
        this.numbers = numbers;
        this.requirements = requirements;
        this.common = common;
        this.shapes = new AtomicReferenceArray<>(requirements.length);
    }

    /** @param found what is concluded on it, worst first */
    record Shape(Requirement requirement, List<Part> members, List<Except> conditions, List<Finding> found) {
    }

    /** A member of a set, by numbers; {@code guard} is {@link #NONE} where it hangs on no other. */
    record Part(int node, Finding rule, int guard, boolean unless) {
    }

    /** A requirement, by its number, under which a question is not for this person. */
    record Except(int node, Finding rule) {
    }

    int size() {
        return requirements.length;
    }

    /** @throws RuleFault for an id that is not defined */
    int number(String id) {
        Integer number = numbers.get(id);
        if (number == null) {
            throw new RuleFault("The requirement '" + id + "' is asked for but not defined.");
        }
        return number;
    }

    String id(int number) {
        return requirements[number].id();
    }

    /** As it is for everybody. */
    Shape shape(int number) {
        Shape shape = shapes.get(number);
        if (shape == null) {
            shape = shape(requirements[number], common);
            shapes.set(number, shape);
        }
        return shape;
    }

    /** As it is by what the facts of one applicant add. */
    Shape shape(int number, Findings findings) {
        return shape(requirements[number], findings);
    }

    private Shape shape(Requirement requirement, Findings findings) {
        String id = requirement.id();
        List<Part> members = new ArrayList<>();
        for (Finding rule : findings.of(Word.REQUIRE, id)) {
            boolean unless = !rule.ids("unless").isEmpty();
            int guard = rule.ids(unless ? "unless" : "where").stream().findFirst().map(this::number).orElse(NONE);
            rule.ids("requires").forEach(needed -> members.add(new Part(number(needed), rule, guard, unless)));
        }
        members.sort(Comparator.comparing((Part part) -> requirements[part.node()].order()).thenComparing(Part::rule, Finding.ORDER));
        List<Except> conditions = findings.of(Word.NOT_APPLICABLE, id).stream().flatMap(rule -> rule.ids("where").stream().map(where -> new Except(number(where), rule))).toList();
        return new Shape(requirement, List.copyOf(members), conditions, findings.concluded(id));
    }
}
