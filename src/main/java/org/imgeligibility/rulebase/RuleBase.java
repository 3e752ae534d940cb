package org.imgeligibility.rulebase;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Pattern;
import org.imgeligibility.rulebase.language.Type;

/** A policy and its compiled rules: what an applicant's facts can be put to. Safe for use by many threads. */
public final class RuleBase {

    private static final int KEPT_DAYS = 64;
    private static final Executor APART = task -> new Thread(task, "rules").start();
    private static volatile Early early;
    static final String BUILT_IN_ARCHIVE = "rulebase/compiled.zip";

    private final Policy policy;
    private final Engine engine;
    private final Reach reach;
    private final Instances instances;
    private final Set<Type> tested;
    private final Map<LocalDate, Common> days = new ConcurrentHashMap<>();

    RuleBase(Policy policy, Engine.Core core) {
        this.policy = policy;
        this.engine = new Engine(policy, core);
        this.reach = new Reach(policy);
        this.instances = new Instances(policy);
        this.tested = policy.rules().stream().filter(Engine::testsApplicant).flatMap(rule -> rule.patterns().stream()).map(Pattern::type).collect(Collectors.toSet());
    }

    /** Begins to load a folder, or the built-in rules, while the program does something else. */
    public static void begin(Optional<Path> folder) {
        early = new Early(folder, CompletableFuture.supplyAsync(() -> folder.map(place -> of(RuleFiles.of(place))).orElseGet(RuleBase::loadBuiltIn), APART));
    }

    /** What was begun before it was asked for. */
    private record Early(Optional<Path> folder, CompletableFuture<RuleBase> rules) {

        RuleBase join() {
            try {
                return rules.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
            }
        }
    }

    private static Optional<RuleBase> begun(Optional<Path> folder) {
        return Optional.ofNullable(early).filter(some -> some.folder().equals(folder)).map(Early::join);
    }

    /** The rules packed into this program, compiled when it was built. */
    public static RuleBase builtIn() {
        return begun(Optional.empty()).orElseGet(RuleBase::loadBuiltIn);
    }

    private static RuleBase loadBuiltIn() {
        return load(RuleFiles.builtIn(), RuleBase::builtInArchive);
    }

    /** Files that were checked, and the archive of their classes, are read side by side. */
    private static RuleBase load(RuleFiles checked, Supplier<CompiledRules> archive) {
        CompletableFuture<Engine.Core> core = CompletableFuture.supplyAsync(() -> Engine.Core.of(archive.get()), APART);
        return new RuleBase(PolicyLoader.loadChecked(checked), core.join());
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
        return begun(Optional.of(folder)).orElseGet(() -> of(RuleFiles.of(folder)));
    }

    public static RuleBase of(RuleFiles files) {
        RuleCache cache = RuleCache.ofUser();
        return cache.known(files).map(known -> load(known.files(), known::archive)).orElseGet(() -> {
            Policy policy = PolicyLoader.load(files);
            RuleBase made = new RuleBase(policy, Engine.Core.of(cache.compiled(policy)));
            cache.remember(files, policy);
            return made;
        });
    }

    /** A policy compiled as it is, past the files and the cache. */
    static RuleBase compiled(Policy policy) {
        return new RuleBase(policy, Engine.Core.of(RuleCompiler.compile(policy)));
    }

    public Policy policy() {
        return policy;
    }

    Engine.Core core() {
        return engine.core();
    }

    /** What is the same for every applicant on a day. */
    public Common on(LocalDate day) {
        Common known = days.get(day);
        if (known == null) {
            known = common(day);
            if (days.size() >= KEPT_DAYS) {
                days.clear();
            }
            days.put(day, known);
        }
        return known;
    }

    private Common common(LocalDate day) {
        Map<Type, List<Instance>> rows = instances.on(day);
        List<Match> fixed = engine.fixed(engine.facts(rows.values().stream().flatMap(List::stream).toList()));
        return new Common(day, rows, engine.facts(rows.entrySet().stream().filter(entry -> tested.contains(entry.getKey())).flatMap(entry -> entry.getValue().stream()).toList()), fixed);
    }

    /** The applicant's own facts as rules see them, by type. */
    public Map<Type, List<Instance>> sections(Facts facts) {
        return instances.sections(facts);
    }

    /**
     * Every match of the rules that test the applicant's facts, rules of all days and readings among them, in no
     * particular order.
     *
     * @param questions those asked; rules that no answer to them depends on may be left out
     */
    public List<Match> matches(Common common, Map<Type, List<Instance>> sections, Set<String> questions) {
        return engine.own(common.facts(), engine.facts(sections.values().stream().flatMap(List::stream).toList()), reach.folders(questions));
    }
}
