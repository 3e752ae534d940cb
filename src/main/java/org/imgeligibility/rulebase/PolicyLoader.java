package org.imgeligibility.rulebase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.imgeligibility.facts.Choice;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.rulebase.language.Declarations;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.RuleFileParser;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.rulebase.language.Types;

/** Reads a rule folder into a {@link Policy}, or refuses it with all that is wrong. */
public final class PolicyLoader {

    static final List<String> READINGS = List.of("stated", "current");

    private final RuleFiles files;
    private final Map<String, String> contents;
    private final Optional<Kept> kept;
    private final List<Problem> problems = new ArrayList<>();

    private PolicyLoader(RuleFiles files, Optional<Kept> kept) {
        this.files = files;
        this.contents = files.contents();
        this.kept = kept;
    }

    /** @throws InputException naming file, line and way out of every fault */
    public static Policy load(RuleFiles files) {
        return Prepared.of(files, Kept.ofBuiltIn(files)).policy();
    }

    /**
     * The same but for rules that combine in too many ways, which is told by who unrolls them.
     *
     * @param kept what an edition before has of it
     */
    static Policy load(RuleFiles files, Optional<Kept> kept) {
        PolicyLoader loader = new PolicyLoader(files, kept);
        Policy policy = kept.map(loader::edited).orElseGet(loader::read);
        loader.problems.addAll(PolicyCheck.problems(policy, kept));
        loader.sound(policy);
        loader.problems.addAll(Bounds.problems(policy));
        return loader.sound(policy);
    }

    private Policy sound(Policy policy) {
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return policy;
    }

    private Policy read() {
        Part<List<Choice>> countries = Part.begin(found -> TypeReader.countries());
        Map<String, Part<RowReader.Cells>> parted = new LinkedHashMap<>();
        files.named(".csv").forEach(file -> parted.put(file, Part.begin(found -> RowReader.Cells.of(contents.get(file)))));
        List<String> ruleFiles = files.named(".drl");
        List<Part<Declared>> parts = ruleFiles.stream().map(file -> Part.begin(found -> Declared.of(RuleFileParser.of(file, contents.get(file)), found))).toList();
        List<Declared> declared = parts.stream().map(part -> part.join(problems)).toList();
        Map<String, RowReader.Cells> cells = new HashMap<>();
        parted.forEach((file, part) -> cells.put(file, part.join(problems)));
        TypeReader reader = new TypeReader(countries.join(problems), problems);
        reader.read(declared.stream().map(Declared::declarations).toList(), cells);
        Types types = reader.types();
        if (types.of(Type.Kind.DAY).size() != 1 && problems.isEmpty()) {
            problems.add(new Problem("facts.drl", "one type must be the day of the evaluation: declare AsOf @day day : LocalDate end"));
        }
        Part<Map<String, Source>> sources = Part.begin(found -> SourceReader.read(contents, found));
        DefinitionReader definitions = new DefinitionReader(types.choices());
        Part<DefinitionReader> defined = Part.begin(found -> definitions.read(contents, READINGS, found));
        List<Part<List<Rule>>> rules = declared.stream().map(file -> Part.<List<Rule>>begin(found -> file.parser().rules(types, found))).toList();
        Map<String, Source> cited = sources.join(problems);
        defined.join(problems);
        return new Policy(reader.vocabulary(), types, READINGS, cited, definitions.questions(), definitions.requirements(), definitions.classifications(),
                sorted(rules.stream().flatMap(part -> part.join(problems).stream())), tables(types, cells, cited), files.digest());
    }

    /** The same where what is declared is as it was before: no more than the edited files is read. */
    private Policy edited(Kept before) {
        Policy was = before.policy();
        Types types = was.types();
        Map<String, RowReader.Cells> cells = new HashMap<>();
        types.of(Type.Kind.TABLE).stream().filter(type -> before.table(type).isEmpty())
                .forEach(type -> cells.computeIfAbsent(type.table().orElseThrow(), file -> RowReader.Cells.of(contents.get(file))));
        Map<String, Source> sources = before.sources() ? was.sources() : SourceReader.read(contents, problems);
        DefinitionReader definitions = before.definitions() ? DefinitionReader.of(was) : new DefinitionReader(types.choices()).read(contents, READINGS, problems);
        Stream<Rule> rules = files.named(".drl").stream().flatMap(file -> before.rules(file).orElseGet(() -> rules(file, types)).stream());
        return new Policy(was.vocabulary(), types, READINGS, sources, definitions.questions(), definitions.requirements(), definitions.classifications(),
                sorted(rules), tables(types, cells, sources), files.digest());
    }

    private List<Rule> rules(String file, Types types) {
        RuleFileParser parser = RuleFileParser.of(file, contents.get(file));
        parser.declarations(problems);
        return parser.rules(types, problems);
    }

    /** A rule file whose rules are still to be read. */
    private record Declared(RuleFileParser parser, Declarations declarations) {

        static Declared of(RuleFileParser parser, List<Problem> problems) {
            return new Declared(parser, parser.declarations(problems));
        }
    }

    /** A part of the files that is read while others are; what is wrong with it is told in its turn. */
    private record Part<T>(CompletableFuture<T> read, List<Problem> found) {

        static <T> Part<T> begin(Function<List<Problem>, T> reading) {
            List<Problem> found = new ArrayList<>();
            return new Part<>(CompletableFuture.supplyAsync(() -> reading.apply(found)), found);
        }

        T join(List<Problem> problems) {
            try {
                T known = read.join();
                problems.addAll(found);
                return known;
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
            }
        }
    }

    private static List<Rule> sorted(Stream<Rule> rules) {
        return rules.sorted(Comparator.comparing(Rule::name).thenComparing(rule -> rule.place().toString())).toList();
    }

    private Map<String, Table> tables(Types types, Map<String, RowReader.Cells> cells, Map<String, Source> sources) {
        Map<String, Part<Table>> parts = new LinkedHashMap<>();
        types.of(Type.Kind.TABLE).forEach(type -> parts.put(type.name(), Part.begin(found ->
                kept.flatMap(before -> before.table(type)).orElseGet(() -> RowReader.read(type, cells.get(type.table().orElseThrow()), sources, found)))));
        Map<String, Table> tables = new LinkedHashMap<>();
        parts.forEach((name, part) -> tables.put(name, part.join(problems)));
        return tables;
    }
}
