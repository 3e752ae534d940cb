package org.imgeligibility.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.imgeligibility.rulebase.language.Condition;
import org.imgeligibility.rulebase.language.Slots.Constant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTest {

    private final Network network = new Network();
    private final List<Group> groups = IntStream.range(0, 8).mapToObj(number -> new Group(number, List.of())).toList();

    private List<Integer> matched(Object... row) {
        Case one = new Case(row);
        network.match(one);
        return one.found().stream().map(Group::number).sorted().toList();
    }

    @Test
    void aGroupMatchesWhereAllItsConditionsHold() {
        RowConstraint first = new RowConstraint(row -> row[0] != null);
        network.add(List.of(first, new RowConstraint(row -> row[1] != null)), groups.get(0));
        network.add(List.of(first), groups.get(1));
        network.add(List.of(), groups.get(2));
        assertThat(matched("a", "b")).containsExactly(0, 1, 2);
        assertThat(matched("a", null)).containsExactly(1, 2);
        assertThat(matched(null, "b")).containsExactly(2);
    }

    @Test
    void whatGroupsBeginWithIsTestedOnce() {
        AtomicInteger tested = new AtomicInteger();
        RowConstraint shared = new RowConstraint(row -> tested.incrementAndGet() > 0);
        groups.forEach(group -> network.add(List.of(shared, new RowConstraint(row -> true)), group));
        assertThat(matched()).hasSize(groups.size());
        assertThat(tested).hasValue(1);
    }

    static List<List<Object>> constants() {
        return List.of(List.of("a", "b", "c", "d"), List.of(true, false), List.of(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 3)));
    }

    /** Equal values in rows are other objects than the constants, as those read from a file are. */
    @ParameterizedTest
    @MethodSource("constants")
    void aConstantIsFoundByLookingItUp(List<Object> constants) {
        List<Object> tested = new ArrayList<>();
        constants.forEach(value -> {
            Condition holds = row -> {
                tested.add(value);
                return Objects.equals(row[1], value);
            };
            network.add(List.of(new ConstantConstraint(holds, new Constant(1, value))), groups.get(constants.indexOf(value)));
        });
        constants.forEach(value -> assertThat(matched("other", value instanceof String text ? new String(text) : value)).containsExactly(constants.indexOf(value)));
        assertThat(matched("other", null)).isEmpty();
        assertThat(matched("other", "z")).isEmpty();
        if (constants.size() > 2) {
            assertThat(tested).as("what is looked up need not be tested").isEmpty();
        }
    }
}
