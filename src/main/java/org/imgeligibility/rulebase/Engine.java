package org.imgeligibility.rulebase;

import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final int HASH = 12;

    private final Map<String, Rule> rules = new HashMap<>();
    private final Core core;
    private final Map<String, Set<Type>> tested;
    private final Map<Type, Constructor<?>> constructors = new HashMap<>();

    /**
     * The part of an engine that needs the compiled classes alone, so that it can be made while the policy is read.
     *
     * @param frame what every rule base holds beside its rules
     * @param rules by the names they were compiled under
     */
    record Core(ClassLoader loader, Model frame, Map<String, org.drools.model.Rule> rules, Map<String, KieBase> bases) {

        static Core of(CompiledRules compiled) {
            ClassLoader loader = compiled.loader();
            List<Model> models = models(compiled, loader);
            Map<String, org.drools.model.Rule> rules = rules(models);
            Map<String, KieBase> bases = new TreeMap<>();
            Stream.concat(Stream.of(FIXED), rules.keySet().stream().map(Core::kind)).distinct().forEach(kind -> bases.put(kind, base(models.get(0), rules, kind)));
            return new Core(loader, models.get(0), rules, bases);
        }

        /**
         * The rules of some names, known ones and those of a patch; only rule bases that differ are made anew.
         *
         * @param patch rules on the same types
         */
        Core with(Set<String> names, Optional<CompiledRules> patch) {
            Map<String, org.drools.model.Rule> others = new HashMap<>(rules);
            patch.map(CompiledRules::withoutTypes).ifPresent(added -> others.putAll(rules(models(added, added.loader(loader)))));
            others.keySet().retainAll(names);
            Map<String, KieBase> made = new TreeMap<>();
            Stream.concat(Stream.of(FIXED), names.stream().map(Core::kind)).distinct()
                    .forEach(kind -> made.put(kind, ofKind(others, kind).equals(ofKind(rules, kind)) && bases.containsKey(kind) ? bases.get(kind) : base(frame, others, kind)));
            return new Core(loader, frame, others, made);
        }

        Set<String> names() {
            return rules.keySet();
        }

        private static List<Model> models(CompiledRules compiled, ClassLoader loader) {
            try {
                List<Model> models = new ArrayList<>();
                for (String model : compiled.models()) {
                    models.add((Model) loader.loadClass(model).getDeclaredConstructor().newInstance());
                }
                return models;
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException("the compiled rules cannot be loaded", broken);
            }
        }

        private static Map<String, org.drools.model.Rule> rules(List<Model> models) {
            return models.stream().flatMap(model -> model.getRules().stream()).collect(Collectors.toMap(org.drools.model.Rule::getName, Function.identity()));
        }

        private static String kind(String name) {
            return name.substring(0, name.indexOf('.'));
        }

        private static Set<String> ofKind(Map<String, org.drools.model.Rule> rules, String kind) {
            return rules.keySet().stream().filter(name -> kind(name).equals(kind)).collect(Collectors.toSet());
        }

        private static KieBase base(Model frame, Map<String, org.drools.model.Rule> rules, String kind) {
            ModelImpl part = new ModelImpl(frame.getName()).withGlobals(frame.getGlobals());
            frame.getTypeMetaDatas().forEach(part::addTypeMetaData);
            rules.entrySet().stream().filter(rule -> kind(rule.getKey()).equals(kind)).sorted(Map.Entry.comparingByKey()).forEach(rule -> part.addRule(rule.getValue()));
            return KieBaseBuilder.createKieBaseFromModel(List.of(part));
        }
    }

    Engine(Policy policy, Core core) {
        this.core = core;
        Map<String, Rule> named = policy.rules().stream().collect(Collectors.toMap(rule -> hash(rule.name()), Function.identity(), (one, other) -> one));
        core.names().forEach(name -> rules.put(name, named.get(name.split("\\.")[1])));
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

    Core core() {
        return core;
    }

    /** The name under which a rule is compiled: which rule base it belongs to, its own name, and what it tests. */
    static String nameOf(Rule rule) {
        return (testsApplicant(rule) ? OWN + folder(rule) : FIXED) + "." + hash(rule.name()) + "." + hash(DrlPrinter.patterns(rule));
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(RuleFiles.sha256(text.getBytes(StandardCharsets.UTF_8)), 0, HASH);
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
        fire(core.bases().get(FIXED), matches, common.keySet());
        return matches.found();
    }

    /** Every match of the other rules of some folders, over common and own facts, in no particular order. */
    List<Match> own(Map<Object, Instance> common, Map<Object, Instance> own, Set<String> folders) {
        Matches matches = new Matches(rules, fact -> own.getOrDefault(fact, common.get(fact)));
        core.bases().forEach((kind, base) -> {
            String folder = kind.substring(OWN.length());
            if (kind.startsWith(OWN) && folders.contains(folder)) {
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
