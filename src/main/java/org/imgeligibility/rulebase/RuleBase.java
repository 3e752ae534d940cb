package org.imgeligibility.rulebase;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;

/** A policy in the engine: what an applicant's facts can be put to. Safe for use by many threads. */
public final class RuleBase {

    private static final int KEPT_DAYS = 64;
    private static final Executor APART = task -> new Thread(task, "rules").start();
    private static volatile Early early;

    private final Prepared prepared;
    private final Engine fixed;
    private final Engine own;
    private final Map<LocalDate, Common> days = new ConcurrentHashMap<>();

    private RuleBase(Prepared prepared) {
        this.prepared = prepared;
        Map<Boolean, List<Rule>> rules = policy().rules().stream().collect(Collectors.partitioningBy(RuleBase::testsApplicant));
        CompletableFuture<Engine> fewer = CompletableFuture.supplyAsync(() -> engine(rules.get(false)), APART);
        this.own = engine(rules.get(true));
        this.fixed = fewer.join();
    }

    private Engine engine(List<Rule> rules) {
        return new Engine(unrolled().slots(), rules.stream().map(unrolled()::of).toList());
    }

    /** Rules that do not (what a question requires, on the whole) match the same for everybody on a day. */
    private static boolean testsApplicant(Rule rule) {
        return rule.patterns().stream().anyMatch(pattern -> pattern.type().kind() == Type.Kind.SECTION);
    }

    /** Begins to load a folder, or the built-in rules, while the program does something else. */
    public static void begin(Optional<Path> folder) {
        APART.execute(Engine::prepare);
        early = new Early(folder, CompletableFuture.supplyAsync(() -> folder.map(RuleBase::load).orElseGet(RuleBase::loadBuiltIn), APART));
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

    /** The rules packed into this program, checked when it was built. */
    public static RuleBase builtIn() {
        return begun(Optional.empty()).orElseGet(RuleBase::loadBuiltIn);
    }

    private static RuleBase loadBuiltIn() {
        return new RuleBase(Prepared.builtIn());
    }

    /** @throws InputException when the folder cannot be used, with everything that is wrong with it */
    public static RuleBase of(Path folder) {
        return begun(Optional.of(folder)).orElseGet(() -> load(folder));
    }

    private static RuleBase load(Path folder) {
        RuleFiles files = RuleFiles.of(folder);
        return files.digest().equals(RuleFiles.builtInDigest()) ? loadBuiltIn() : of(files);
    }

    /**
     * What does not differ from the built-in rules is taken from them.
     *
     * @throws InputException when the files cannot be used, with everything that is wrong with them
     */
    public static RuleBase of(RuleFiles files) {
        return of(files, Kept.ofBuiltIn(files));
    }

    /**
     * The same; what does not differ from an edition before is taken from that.
     *
     * @param was the files of that edition; of others nothing is taken
     * @throws InputException when the files cannot be used, with everything that is wrong with them
     */
    public static RuleBase of(RuleFiles files, RuleFiles was, RuleBase before) {
        boolean same = was.digest().equals(before.policy().digest());
        return of(files, same ? Kept.of(was, () -> before.prepared, files) : Optional.empty());
    }

    static RuleBase of(RuleFiles files, Optional<Kept> kept) {
        return new RuleBase(Prepared.of(files, kept));
    }

    /** @throws InputException when a rule can match in too many ways */
    public static RuleBase of(Policy policy) {
        return new RuleBase(Prepared.of(policy, Optional.empty()));
    }

    public Policy policy() {
        return prepared.policy();
    }

    Unrolled unrolled() {
        return prepared.unrolled();
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
        Map<Type, List<Instance>> known = prepared.instances().on(day);
        Map<Type, List<Instance>> all = prepared.instances().unknown();
        all.putAll(known);
        return new Common(day, known, fixed.found(unrolled().slots(all)).matches(), Optional.of(unrolled()), own.groups());
    }

    /** The applicant's own facts as rules see them, by type. */
    public Map<Type, List<Instance>> sections(Facts facts) {
        return prepared.instances().sections(facts);
    }

    /** What the rules that test the applicant's facts find, rules of all days and readings among them. */
    public Found found(Common common, Map<Type, List<Instance>> sections) {
        return own.found(slots(common, sections));
    }

    /** Every match of them, in no particular order. */
    public List<Match> matches(Common common, Map<Type, List<Instance>> sections) {
        return found(common, sections).matches();
    }

    private List<Instance> slots(Common common, Map<Type, List<Instance>> sections) {
        return unrolled().slots().filled(type -> sections.getOrDefault(type, common.instances().get(type)));
    }
}
