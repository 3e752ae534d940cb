package org.imgeligibility.rulebase;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.rulebase.language.DrlPrinter;
import org.imgeligibility.rulebase.language.Pattern;
import org.imgeligibility.rulebase.language.Rule;

/**
 * Makes the rule base of an edited folder from the one before: only rules whose conditions were edited are compiled,
 * in a process that stands by. Not for use by several threads at once.
 */
public final class EditedRules implements AutoCloseable {

    private CompilerProcess compiler;

    /** Lets the compiler come to speed on a few rules. */
    public void warmUp(RuleBase rules) {
        List<Rule> some = rules.policy().rules().stream().limit(3).toList();
        if (!some.isEmpty()) {
            compiled(some);
        }
    }

    /**
     * The rules of a folder; those before stay as they are.
     *
     * @throws InputException with everything that is wrong with the folder
     */
    public RuleBase after(RuleBase before, RuleFiles files) {
        Policy policy = PolicyLoader.load(files);
        if (!RuleCompiler.types(policy).equals(RuleCompiler.types(before.policy()))) {
            return RuleBase.of(files);
        }
        Map<String, Rule> named = policy.rules().stream().collect(Collectors.toMap(Engine::nameOf, Function.identity()));
        Set<String> known = before.core().names();
        List<Rule> edited = named.entrySet().stream().filter(rule -> !known.contains(rule.getKey())).map(Map.Entry::getValue).toList();
        Optional<CompiledRules> patch = edited.isEmpty() ? Optional.empty() : Optional.of(compiled(edited));
        return new RuleBase(policy, before.core().with(named.keySet(), patch));
    }

    /** Some rules, with the types alone that they test. */
    private CompiledRules compiled(List<Rule> rules) {
        String types = DrlPrinter.types(rules.stream().flatMap(rule -> rule.patterns().stream()).map(Pattern::type).distinct().toList());
        String texts = RuleCompiler.rules(rules);
        try {
            if (compiler == null || !compiler.isRunning()) {
                compiler = new CompilerProcess();
            }
            return compiler.compile(types, texts);
        } catch (IOException notHere) {
            return RuleCompiler.compile(types, texts);
        }
    }

    @Override
    public void close() {
        if (compiler != null) {
            compiler.close();
        }
    }
}
