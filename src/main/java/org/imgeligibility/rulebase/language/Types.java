package org.imgeligibility.rulebase.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imgeligibility.facts.FieldType;

/** Every type and list of choices the rule files declare. */
public record Types(Map<String, Type> byName, Map<String, FieldType.OneOf> choices) {

    public Optional<Type> type(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public List<Type> of(Type.Kind kind) {
        return byName.values().stream().filter(type -> type.kind() == kind).toList();
    }
}
