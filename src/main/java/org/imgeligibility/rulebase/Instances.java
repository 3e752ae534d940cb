package org.imgeligibility.rulebase;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.facts.Field;
import org.imgeligibility.facts.Section;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Type;

/** What there is for a policy's patterns to match, by type. */
public final class Instances {

    private final Policy policy;

    public Instances(Policy policy) {
        this.policy = policy;
    }

    /** The day itself and the table rows that exist on it. */
    public Map<Type, List<Instance>> on(LocalDate day) {
        Map<Type, List<Instance>> rows = new HashMap<>();
        for (Type type : policy.types().byName().values()) {
            if (type.kind() == Type.Kind.DAY) {
                rows.put(type, List.of(new Instance(type, "", Map.of(type.fields().get(0).name(), day))));
            } else if (type.kind() == Type.Kind.TABLE) {
                rows.put(type, policy.tables().get(type.name()).on(day));
            }
        }
        return rows;
    }

    /** Every table row, in force or not, with the day and the sections empty. */
    Map<Type, List<Instance>> unknown() {
        Map<Type, List<Instance>> all = sections(Facts.none());
        for (Type type : policy.types().byName().values()) {
            if (type.kind() == Type.Kind.DAY) {
                all.put(type, List.of(new Instance(type, "", Map.of())));
            } else if (type.kind() == Type.Kind.TABLE) {
                all.put(type, policy.tables().get(type.name()).rows().stream().map(Table.Row::fact).toList());
            }
        }
        return all;
    }

    /** The applicant's own facts. */
    public Map<Type, List<Instance>> sections(Facts facts) {
        Map<Type, List<Instance>> sections = new HashMap<>();
        policy.types().of(Type.Kind.SECTION).forEach(type -> sections.put(type, sections(type, facts)));
        return sections;
    }

    /** The applicant's own facts of one type. */
    public List<Instance> sections(Type type, Facts facts) {
        Section section = policy.vocabulary().sections().stream().filter(one -> one.typeName().equals(type.name())).findFirst().orElseThrow();
        return section.prefixes().stream().map(prefix -> section(type, section, prefix, facts)).toList();
    }

    private static Instance section(Type type, Section section, String prefix, Facts facts) {
        Map<String, Object> values = new HashMap<>();
        section.key().ifPresent(key -> values.put(key.name(), prefix.substring(prefix.lastIndexOf('/') + 1)));
        for (Field field : section.facts()) {
            values.put(field.name(), facts.values().get(prefix + "/" + field.name()));
        }
        section.facts().stream().filter(field -> field.isImplied(values)).forEach(field -> values.put(field.name(), field.implied().orElseThrow().value()));
        return new Instance(type, prefix, values);
    }
}
