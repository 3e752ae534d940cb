package org.imgeligibility.rulebase;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.kie.api.runtime.rule.RuleContext;

/** Receives the engine's matches; public because compiled rules call it, used by nothing else. */
public final class Matches {

    private final List<Rule> rules;
    private final Function<Object, Instance> instances;
    private final List<Match> found = new ArrayList<>();

    Matches(List<Rule> rules, Function<Object, Instance> instances) {
        this.rules = rules;
        this.instances = instances;
    }

    public void add(RuleContext context) {
        String name = context.getRule().getName();
        Rule rule = rules.get(Integer.parseInt(name, name.indexOf('.') + 1, name.length(), 10));
        found.add(new Match(rule, context.getMatch().getObjects().stream().map(instances).toList()));
    }

    List<Match> found() {
        return found;
    }
}
