package org.imgeligibility.rulebase;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.facts.Field;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Section;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Type;

/** A policy and its compiled rules: what an applicant's facts can be put to. Safe for use by many threads. */
public final class RuleBase {

    static final String BUILT_IN_ARCHIVE = "rulebase/compiled.zip";

    private final Policy policy;
    private final Engine engine;

    private RuleBase(Policy policy, Engine.Core core) {
        this.policy = policy;
        this.engine = new Engine(policy, core);
    }

    /** The rules packed into this program, compiled when it was built; files and classes are read side by side. */
    public static RuleBase builtIn() {
        CompletableFuture<Engine.Core> core = CompletableFuture.supplyAsync(() -> Engine.Core.of(builtInArchive()));
        return new RuleBase(PolicyLoader.loadChecked(RuleFiles.builtIn()), core.join());
    }

    private static CompiledRules builtInArchive() {
        try (InputStream archive = RuleBase.class.getClassLoader().getResourceAsStream(BUILT_IN_ARCHIVE)) {
            return CompiledRules.from(archive.readAllBytes());
        } catch (IOException broken) {
            throw new IllegalStateException("the build left out " + BUILT_IN_ARCHIVE, broken);
        }
    }

    /** @throws InputException when the folder cannot be used, with everything that is wrong with it */
    public static RuleBase of(Path folder) {
        return of(RuleFiles.of(folder));
    }

    public static RuleBase of(RuleFiles files) {
        Policy policy = PolicyLoader.load(files);
        return new RuleBase(policy, Engine.Core.of(RuleCache.ofUser().compiled(policy)));
    }

    public Policy policy() {
        return policy;
    }

    /** Every fact there is on a day: the applicant's sections, the table rows and the day itself, by type. */
    public Map<Type, List<Instance>> instances(Facts facts, LocalDate day) {
        Map<Type, List<Instance>> instances = new HashMap<>();
        for (Type type : policy.types().byName().values()) {
            instances.put(type, switch (type.kind()) {
                case DAY -> List.of(new Instance(type, "", Map.of(type.fields().get(0).name(), day)));
                case TABLE -> policy.tables().get(type.name()).on(day);
                case SECTION -> sections(type, facts);
            });
        }
        return instances;
    }

    private List<Instance> sections(Type type, Facts facts) {
        Section section = policy.vocabulary().sections().stream().filter(one -> one.typeName().equals(type.name())).findFirst().orElseThrow();
        return section.prefixes().stream().map(prefix -> {
            Map<String, Object> values = new HashMap<>();
            section.key().ifPresent(key -> values.put(key.name(), prefix.substring(prefix.lastIndexOf('/') + 1)));
            for (Field field : section.facts()) {
                values.put(field.name(), facts.values().get(prefix + "/" + field.name()));
            }
            return new Instance(type, prefix, values);
        }).toList();
    }

    /** Every match of every rule over these facts, rules of all days and readings among them, in no particular order. */
    public List<Match> matches(Map<Type, List<Instance>> instances) {
        List<Instance> all = new ArrayList<>();
        instances.values().forEach(all::addAll);
        return engine.matches(all);
    }
}
