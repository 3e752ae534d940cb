package org.imgeligibility.rulebase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final List<Problem> problems = new ArrayList<>();

    private PolicyLoader(RuleFiles files) {
        this.files = files;
        this.contents = files.contents();
    }

    /** @throws InputException naming file, line and way out of every fault */
    public static Policy load(RuleFiles files) {
        PolicyLoader loader = new PolicyLoader(files);
        Policy policy = loader.read();
        loader.problems.addAll(PolicyCheck.problems(policy));
        loader.sound(policy);
        loader.problems.addAll(Bounds.problems(policy));
        return loader.sound(policy);
    }

    /** The same for files that were checked when the program was built: only what parsing itself finds. */
    static Policy loadChecked(RuleFiles files) {
        PolicyLoader loader = new PolicyLoader(files);
        return loader.sound(loader.read());
    }

    private Policy sound(Policy policy) {
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return policy;
    }

    private Policy read() {
        List<String> ruleFiles = files.named(".drl");
        List<Declarations> declarations = ruleFiles.stream().map(file -> RuleFileParser.declarations(file, contents.get(file), problems)).toList();
        TypeReader reader = new TypeReader(problems);
        reader.read(declarations, contents);
        Types types = reader.types();
        if (types.of(Type.Kind.DAY).size() != 1 && problems.isEmpty()) {
            problems.add(new Problem("facts.drl", "one type must be the day of the evaluation: declare AsOf @day day : LocalDate end"));
        }
        Map<String, Source> sources = SourceReader.read(contents, problems);
        DefinitionReader definitions = new DefinitionReader(types.choices());
        definitions.read(contents, READINGS, problems);
        return new Policy(reader.vocabulary(), types, READINGS, sources, definitions.questions(), definitions.requirements(), definitions.classifications(),
                rules(ruleFiles, types), tables(types, sources), files.digest());
    }

    private List<Rule> rules(List<String> ruleFiles, Types types) {
        return ruleFiles.stream().flatMap(file -> RuleFileParser.rules(file, contents.get(file), types, problems).stream())
                .sorted(Comparator.comparing(Rule::name).thenComparing(rule -> rule.place().toString())).toList();
    }

    private Map<String, Table> tables(Types types, Map<String, Source> sources) {
        Map<String, Table> tables = new LinkedHashMap<>();
        types.of(Type.Kind.TABLE).forEach(type -> tables.put(type.name(), RowReader.read(type, contents.get(type.table().orElseThrow()), sources, problems)));
        return tables;
    }
}
