package org.imgeligibility.secondopinion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.model.codegen.ExecutableModelProject;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.language.DrlPrinter;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.secondopinion.PlainMatcher.Found;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.RuleContext;

/** The rules as Drools' own compiler understands them: printed as plain DRL, with joins, rows and sections as facts. Public because compiled rules call it. */
public final class CompiledByDrools {

    private static final String FOLDER = "src/main/resources/" + DrlPrinter.PACKAGE.replace('.', '/') + "/";

    private final List<Rule> rules;
    private final KieBase base;

    CompiledByDrools(Policy policy) {
        this.rules = policy.rules();
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write(FOLDER + "types.drl", DrlPrinter.types(policy.types().byName().values()));
        files.write(FOLDER + "rules.drl", DrlPrinter.rules(rules, Sink.class.getName().replace('$', '.'), (rule, index) -> String.valueOf(index)));
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().getMessages(Message.Level.ERROR).get(0).getText());
        }
        this.base = services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    /** What the compiled rules call. */
    public static final class Sink {

        private final List<String> found = new ArrayList<>();
        private final List<List<Object>> facts = new ArrayList<>();

        public void add(RuleContext context) {
            found.add(context.getRule().getName());
            facts.add(List.copyOf(context.getMatch().getObjects()));
        }
    }

    /** @param instances the day, the rows in force on it and the applicant's sections */
    Set<Found> matches(List<Instance> instances) {
        Map<Object, Instance> facts = new IdentityHashMap<>();
        instances.forEach(instance -> facts.put(fact(instance), instance));
        Sink sink = new Sink();
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("matches", sink);
            facts.keySet().forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        Set<Found> found = new HashSet<>();
        for (int at = 0; at < sink.found.size(); at++) {
            found.add(PlainMatcher.found(rules.get(Integer.parseInt(sink.found.get(at))), sink.facts.get(at).stream().map(facts::get).toList()));
        }
        return found;
    }

    private Object fact(Instance instance) {
        try {
            FactType type = base.getFactType(DrlPrinter.PACKAGE, DrlPrinter.name(instance.type()));
            Object fact = type.newInstance();
            instance.type().fields().forEach(field -> type.set(fact, DrlPrinter.name(field), instance.value(field.name())));
            return fact;
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
