package org.imgeligibility.rulebase;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.drools.model.Model;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.imgeligibility.rulebase.language.DrlPrinter;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Pattern;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * The compiled rules, ready to be asked. Safe for use by many threads.
 *
 * <p>Rules that test no fact of the applicant (what a question requires, on the whole) make a rule base of their own,
 * since what they match is the same for everybody on a day. The others make one for each folder of rules, so that
 * only the folders are asked that the questions asked depend on.
 */
final class Engine {

    private static final String FIXED = "f";
    private static final String OWN = "o";

    private final List<Rule> rules;
    private final Core core;
    private final Map<String, Set<Type>> tested;
    private final Map<Type, Constructor<?>> constructors = new HashMap<>();

    /** The part of an engine that needs the compiled classes alone, so that it can be made while the policy is read. */
    record Core(ClassLoader loader, KieBase fixed, Map<String, KieBase> own) {

        static Core of(CompiledRules compiled) {
            try {
                ClassLoader loader = compiled.loader();
                List<Model> models = new ArrayList<>();
                for (String model : compiled.models()) {
                    models.add((Model) loader.loadClass(model).getDeclaredConstructor().newInstance());
                }
                return new Core(loader, base(models, FIXED), own(models));
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException("the compiled rules cannot be loaded", broken);
            }
        }

        private static Map<String, KieBase> own(List<Model> models) {
            Map<String, KieBase> bases = new TreeMap<>();
            models.stream().flatMap(model -> model.getRules().stream()).map(rule -> kind(rule.getName())).filter(kind -> kind.startsWith(OWN)).distinct()
                    .forEach(kind -> bases.put(kind, base(models, kind)));
            return bases;
        }

        private static String kind(String name) {
            return name.substring(0, name.indexOf('.'));
        }

        private static KieBase base(List<Model> models, String kind) {
            return KieBaseBuilder.createKieBaseFromModel(models.stream().map(model -> part(model, kind)).toList());
        }

        private static Model part(Model model, String kind) {
            ModelImpl part = new ModelImpl(model.getName()).withGlobals(model.getGlobals());
            model.getTypeMetaDatas().forEach(part::addTypeMetaData);
            model.getRules().stream().filter(rule -> kind(rule.getName()).equals(kind)).forEach(part::addRule);
            return part;
        }
    }

    Engine(Policy policy, Core core) {
        this.rules = policy.rules();
        this.core = core;
        this.tested = policy.rules().stream().filter(Engine::testsApplicant).collect(Collectors.groupingBy(Engine::folder,
                Collectors.flatMapping(rule -> rule.patterns().stream().map(Pattern::type), Collectors.toSet())));
        try {
            for (Type type : policy.types().byName().values()) {
                constructors.put(type, constructor(core.loader().loadClass(DrlPrinter.PACKAGE + "." + DrlPrinter.name(type)), type));
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

    /** The name under which a rule is compiled: which rule base it belongs to, and its place in the policy. */
    static String nameOf(Rule rule, int index) {
        return (testsApplicant(rule) ? OWN + folder(rule) : FIXED) + "." + index;
    }

    static boolean testsApplicant(Rule rule) {
        return rule.patterns().stream().anyMatch(pattern -> pattern.type().kind() == Type.Kind.SECTION);
    }

    /** The folder of a rule, "" for the topmost. */
    static String folder(Rule rule) {
        String file = rule.place().file();
        return file.substring(0, Math.max(0, file.lastIndexOf('/'))).replaceAll("[^A-Za-z0-9]", "_");
    }

    /** Facts as the engine takes them, with the instances they stand for. */
    Map<Object, Instance> facts(Collection<Instance> instances) {
        Map<Object, Instance> facts = new IdentityHashMap<>();
        instances.forEach(instance -> facts.put(fact(instance), instance));
        return facts;
    }

    private Object fact(Instance instance) {
        try {
            return constructors.get(instance.type()).newInstance(instance.type().fields().stream().map(field -> instance.value(field.name())).toArray());
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("a fact does not fit its compiled type " + instance.type().name(), broken);
        }
    }

    /** Every match of the rules that test no fact of an applicant, in no particular order. */
    List<Match> fixed(Map<Object, Instance> common) {
        Matches matches = new Matches(rules, common::get);
        fire(core.fixed(), matches, common.keySet());
        return matches.found();
    }

    /** Every match of the other rules of some folders, over common and own facts, in no particular order. */
    List<Match> own(Map<Object, Instance> common, Map<Object, Instance> own, Set<String> folders) {
        Matches matches = new Matches(rules, fact -> own.getOrDefault(fact, common.get(fact)));
        core.own().forEach((kind, base) -> {
            String folder = kind.substring(OWN.length());
            if (folders.contains(folder)) {
                Set<Type> types = tested.get(folder);
                List<Object> facts = new ArrayList<>();
                List.of(common, own).forEach(some -> some.forEach((fact, instance) -> {
                    if (types.contains(instance.type())) {
                        facts.add(fact);
                    }
                }));
                fire(base, matches, facts);
            }
        });
        return matches.found();
    }

    private static void fire(KieBase base, Matches matches, Collection<Object> facts) {
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("matches", matches);
            facts.forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
    }
}
