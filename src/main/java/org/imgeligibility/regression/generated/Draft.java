package org.imgeligibility.regression.generated;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.facts.Field;
import org.imgeligibility.facts.FieldType;
import org.imgeligibility.facts.Vocabulary.Slot;
import org.imgeligibility.rulebase.Instances;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Type;

/** The facts of an applicant in the making, and what there is to match on its day. */
final class Draft {

    private final Policy policy;
    private final Pools pools;
    private final Instances instances;
    private final LocalDate asOf;
    private final Map<Type, List<Instance>> rows;
    private final Map<String, Object> values;
    private Map<Type, List<Instance>> sections;

    Draft(Policy policy, Pools pools, Instances instances, LocalDate asOf, Map<String, Object> values) {
        this.policy = policy;
        this.pools = pools;
        this.instances = instances;
        this.asOf = asOf;
        this.rows = instances.on(asOf);
        this.values = new HashMap<>(values);
    }

    /** What a type's patterns can match now. */
    List<Instance> instances(Type type) {
        if (type.kind() != Type.Kind.SECTION) {
            return rows.getOrDefault(type, List.of());
        }
        if (sections == null) {
            sections = instances.sections(facts());
        }
        return sections.get(type);
    }

    Map<Type, List<Instance>> rows() {
        return rows;
    }

    /** The same fact after more was said. */
    Instance current(Instance old) {
        return old.type().kind() != Type.Kind.SECTION ? old
                : instances(old.type()).stream().filter(one -> one.prefix().equals(old.prefix())).findFirst().orElseThrow();
    }

    Facts facts() {
        Map<String, Object> ordered = new LinkedHashMap<>();
        policy.vocabulary().slots().keySet().stream().filter(values::containsKey).forEach(path -> ordered.put(path, values.get(path)));
        return new Facts(Optional.empty(), ordered);
    }

    void fill(Slot slot, Random random) {
        set(slot, pools.value(slot, asOf, random));
    }

    private void set(Slot slot, Object value) {
        values.put(slot.path(), value);
        sections = null;
    }

    /** A fact's place, empty for a key, which is no fact. */
    Optional<Slot> slot(Instance fact, Field field) {
        return Optional.ofNullable(policy.vocabulary().slots().get(fact.prefix() + "/" + field.name()));
    }

    void forget(Slot slot) {
        values.remove(slot.path());
        sections = null;
    }

    /** Says a fact, where its field can hold the value. */
    void say(Slot slot, Object value) {
        FieldType type = slot.field().type();
        if (value instanceof Number number) {
            Numbers.fitted(type, number.doubleValue()).ifPresent(fitted -> set(slot, fitted));
        } else if (value != null && Constants.fits(type, value)) {
            set(slot, value);
        }
    }
}
