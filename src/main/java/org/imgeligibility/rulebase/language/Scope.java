package org.imgeligibility.rulebase.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imgeligibility.facts.Field;
import org.imgeligibility.facts.Suggestion;

/** What a name in a rule can mean: a field of the pattern at hand, or an earlier pattern by its binding. */
final class Scope {

    private final Types types;
    private final Map<String, Integer> bindings = new LinkedHashMap<>();
    private final List<Type> patterns = new ArrayList<>();
    private boolean inPattern;

    Scope(Types types) {
        this.types = types;
    }

    Types types() {
        return types;
    }

    Type typeOf(Expression.FieldOf field) {
        return patterns.get(field.pattern());
    }

    /** Opens a pattern: bare names now mean its fields. */
    void enter(Optional<String> binding, Type type) {
        binding.ifPresent(name -> bindings.put(name, patterns.size()));
        patterns.add(type);
        inPattern = true;
    }

    void leave() {
        inPattern = false;
    }

    Optional<Expression> ownField(String name) {
        int own = patterns.size() - 1;
        return inPattern ? patterns.get(own).field(name).map(field -> new Expression.FieldOf(own, field)) : Optional.empty();
    }

    boolean isBound(String name) {
        return bindings.containsKey(name);
    }

    Expression fieldOf(String binding, String name, Place place) {
        int position = bindings.get(binding);
        Field field = patterns.get(position).field(name).orElseThrow(() -> unknown(place, name, patterns.get(position)));
        return new Expression.FieldOf(position, field);
    }

    LanguageFault unknown(Place place, String name) {
        return inPattern ? unknown(place, name, patterns.get(patterns.size() - 1))
                : new LanguageFault("unbound-name", place, "'" + name + "' is bound to nothing." + Suggestion.maybe(name, bindings.keySet()));
    }

    private static LanguageFault unknown(Place place, String name, Type type) {
        List<String> known = type.fields().stream().map(Field::name).toList();
        return new LanguageFault("unknown-field", place, type.name() + " has no field '" + name + "'." + Suggestion.maybe(name, known));
    }
}
