package org.imgeligibility.rulebase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.kie.api.runtime.rule.RuleContext;

/** Receives the engine's matches; public because compiled rules call it, used by nothing else. */
public final class Matches {

    private final Map<String, Rule> rules;
    private final Function<Object, Instance> instances;
    private final List<Match> found = new ArrayList<>();

    /** @param rules by the names they were compiled under */
    Matches(Map<String, Rule> rules, Function<Object, Instance> instances) {
        this.rules = rules;
        this.instances = instances;
    }

    public void add(RuleContext context) {
        found.add(new Match(rules.get(context.getRule().getName()), context.getMatch().getObjects().stream().map(instances).toList()));
    }

    List<Match> found() {
        return found;
    }
}
