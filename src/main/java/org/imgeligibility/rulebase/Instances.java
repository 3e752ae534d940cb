package org.imgeligibility.rulebase;

import java.time.LocalDate;
import java.util.ArrayList;
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
    private final Map<String, Entry> byPath;
    private final Map<Type, List<Instance>> unknown;
    private final Map<Type, List<Instance>> anyDay;

    public Instances(Policy policy) {
        this(policy, new HashMap<>(), new HashMap<>(), new HashMap<>());
        policy.types().of(Type.Kind.DAY).forEach(type -> anyDay.put(type, List.of(new Instance(type, "", Map.of()))));
        for (Type type : policy.types().of(Type.Kind.SECTION)) {
            Section section = policy.vocabulary().sections().stream().filter(one -> one.typeName().equals(type.name())).findFirst().orElseThrow();
            List<Entry> entries = new ArrayList<>();
            section.prefixes().forEach(prefix -> entries.add(new Entry(type, entries.size(), section, prefix)));
            entries.forEach(entry -> entry.paths.forEach(path -> byPath.put(path, entry)));
            unknown.put(type, entries.stream().map(entry -> entry.empty).toList());
        }
    }

    private Instances(Policy policy, Map<String, Entry> byPath, Map<Type, List<Instance>> unknown, Map<Type, List<Instance>> anyDay) {
        this.policy = policy;
        this.byPath = byPath;
        this.unknown = unknown;
        this.anyDay = anyDay;
    }

    /** The same sections with the tables of another policy of the same types. */
    Instances with(Policy other) {
        return new Instances(other, byPath, unknown, anyDay);
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
        all.putAll(anyDay);
        policy.types().of(Type.Kind.TABLE).forEach(type -> all.put(type, policy.tables().get(type.name()).rows().stream().map(Table.Row::fact).toList()));
        return all;
    }

    /** The applicant's own facts; an entry of which nothing is known is the same instance for everybody. */
    public Map<Type, List<Instance>> sections(Facts facts) {
        Map<Type, List<Instance>> sections = new HashMap<>(unknown);
        for (String path : facts.values().keySet()) {
            Entry entry = byPath.get(path);
            if (entry != null) {
                sections.compute(entry.type, (type, before) -> entry.in(before, facts));
            }
        }
        return sections;
    }

    /** The applicant's own facts of one type. */
    public List<Instance> sections(Type type, Facts facts) {
        return sections(facts).get(type);
    }

    /** A section, or an entry of a list: what an applicant's facts can fill. */
    private static final class Entry {

        private final Type type;
        private final int at;
        private final Map<String, Object> key;
        private final String prefix;
        private final List<Field> fields;
        private final List<String> paths;
        private final List<Field> implied;
        private final Instance empty;

        Entry(Type type, int at, Section section, String prefix) {
            this.type = type;
            this.at = at;
            this.prefix = prefix;
            this.key = section.key().map(field -> Map.<String, Object>of(field.name(), prefix.substring(prefix.lastIndexOf('/') + 1))).orElse(Map.of());
            this.fields = section.facts();
            this.paths = fields.stream().map(field -> prefix + "/" + field.name()).toList();
            this.implied = fields.stream().filter(field -> field.implied().isPresent()).toList();
            this.empty = with(Facts.none());
        }

        /** Instances with this one filled, if it is not yet; those of everybody are left as they are. */
        List<Instance> in(List<Instance> all, Facts facts) {
            if (all.get(at) != empty) {
                return all;
            }
            List<Instance> filled = all instanceof ArrayList<Instance> own ? own : new ArrayList<>(all);
            filled.set(at, with(facts));
            return filled;
        }

        private Instance with(Facts facts) {
            Map<String, Object> values = new HashMap<>(key);
            for (int field = 0; field < paths.size(); field++) {
                Object value = facts.values().get(paths.get(field));
                if (value != null) {
                    values.put(fields.get(field).name(), value);
                }
            }
            for (Field field : implied) {
                if (field.isImplied(values)) {
                    values.put(field.name(), field.implied().orElseThrow().value());
                }
            }
            return new Instance(type, prefix, values);
        }
    }
}
