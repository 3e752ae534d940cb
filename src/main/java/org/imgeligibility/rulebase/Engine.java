package org.imgeligibility.rulebase;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.imgeligibility.rulebase.language.DrlPrinter;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** The compiled rules, ready to be asked. Safe for use by many threads. */
final class Engine {

    private final List<Rule> rules;
    private final KieBase base;
    private final Map<Type, Constructor<?>> constructors = new HashMap<>();

    /** The part of an engine that needs the compiled classes alone, so that it can be made while the policy is read. */
    record Core(ClassLoader loader, KieBase base) {

        static Core of(CompiledRules compiled) {
            try {
                ClassLoader loader = compiled.loader();
                List<Model> models = new ArrayList<>();
                for (String model : compiled.models()) {
                    models.add((Model) loader.loadClass(model).getDeclaredConstructor().newInstance());
                }
                return new Core(loader, KieBaseBuilder.createKieBaseFromModel(models));
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException("the compiled rules cannot be loaded", broken);
            }
        }
    }

    Engine(Policy policy, Core core) {
        this.rules = policy.rules();
        this.base = core.base();
        try {
            for (Type type : policy.types().byName().values()) {
                constructors.put(type, constructor(core.loader().loadClass(DrlPrinter.PACKAGE + "." + type.name()), type));
            }
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("the compiled rules do not fit the rule files", broken);
        }
    }

    private static Constructor<?> constructor(Class<?> compiled, Type type) throws NoSuchMethodException {
        for (Constructor<?> constructor : compiled.getConstructors()) {
            if (constructor.getParameterCount() == type.fields().size()) {
                return constructor;
            }
        }
        throw new NoSuchMethodException(compiled.getName());
    }

    /** Every match of every rule, in no particular order; rules of all days and readings among them. */
    List<Match> matches(List<Instance> instances) {
        Map<Object, Instance> facts = new IdentityHashMap<>();
        Matches matches = new Matches(rules, facts);
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("matches", matches);
            for (Instance instance : instances) {
                Object fact = fact(instance);
                facts.put(fact, instance);
                session.insert(fact);
            }
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return matches.found();
    }

    private Object fact(Instance instance) {
        try {
            return constructors.get(instance.type()).newInstance(instance.type().fields().stream().map(field -> instance.value(field.name())).toArray());
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("a fact does not fit its compiled type " + instance.type().name(), broken);
        }
    }
}
