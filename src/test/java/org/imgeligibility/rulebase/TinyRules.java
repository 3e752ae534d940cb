package org.imgeligibility.rulebase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Problem;

/** A rule folder of a few lines that can be used as it stands; a test replaces or adds the file it is about. */
public final class TinyRules {

    /** Two sections, a dated and a plain table, and the day; ends so that a test can add a declaration on a new line. */
    public static final String FACTS = """
            package org.imgeligibility.rules
            import java.time.LocalDate
            import java.util.List

            declare AsOf @day
                day : LocalDate
            end
            declare enum ExamName STEP_1("Step 1"), STEP_3("Step 3"); title : String end
            declare enum Outcome PASSED("passed"), FAILED("failed"); title : String end
            declare Exam @section("exams") @title("Examinations") @key("exam")
                exam     : ExamName
                outcome  : Outcome
                takenOn  : LocalDate
                attempts : Integer @min(0)
            end
            declare Person @section("person")
                insideUs     : Boolean
                age          : Integer
                score        : Double
                citizenships : List @of("Country")
                country      : String @choices("Country")
                visaUntil    : LocalDate @absentMeans("none")
                city         : String
            end
            declare Limit @table("limits.csv") @key("id") @dated
                id     : String
                value  : Integer @unit("months")
                from   : LocalDate
                until  : LocalDate
                source : String
            end
            declare Agency @table("agencies.csv") @key("id")
                id        : String
                title     : String
                countries : List @of("Country")
                until     : LocalDate
            end
            """;
    public static final String LIMITS = """
            id,value,from,until,source
            WAIT,6,2010-01-01,2020-01-01,handbook
            WAIT,3,2020-01-01,,handbook
            """;
    public static final String AGENCIES = """
            id,title,countries,until
            CAAM,Caribbean agency,JM|BB,
            NVAO,Dutch agency,NL,2030-12-31
            """;
    public static final String SOURCES = """
            - id: handbook
              title: Handbook
              publisher: Board
              locator: page 1
              kind: official
              confidence: high
              reviewBy: "2030-01-01"
            """;

    private final TreeMap<String, String> contents = new TreeMap<>();

    public TinyRules() {
        with("facts.drl", FACTS).with("limits.csv", LIMITS).with("agencies.csv", AGENCIES).with("sources.yaml", SOURCES);
        with("questions.yaml", "- id: licence\n  title: A licence\n  topic: licensure\n  about: Whether a licence is due.\n");
        with("requirements.yaml", "- id: exam/{ExamName}\n  title: \"{title} passed\"\n- id: adult\n  title: Of age\n");
    }

    public TinyRules with(String file, String content) {
        contents.put(file, content);
        return this;
    }

    public TinyRules without(String file) {
        contents.remove(file);
        return this;
    }

    /** A declaration more, behind those of {@link #FACTS}. */
    public TinyRules declaring(String declaration) {
        return with("facts.drl", FACTS + declaration);
    }

    /** Rules as the file {@code rules.drl}. */
    public TinyRules rules(String text) {
        return with("rules.drl", text);
    }

    /** One sound rule of these patterns; they begin in line 3 of {@code rules.drl}, in column 1. */
    public TinyRules when(String patterns) {
        return rules(rule("The rule", patterns));
    }

    public static String rule(String name, String patterns) {
        return "rule \"" + name + "\" @requirement(\"adult\") @says(\"It holds.\") @source(\"handbook\")\nwhen\n" + patterns
                + "\nthen conclude.met(drools); end\n";
    }

    public RuleFiles files() {
        return new RuleFiles(new TreeMap<>(contents));
    }

    public Policy policy() {
        return PolicyLoader.load(files());
    }

    /** Everything wrong with the folder as "place: message", nothing when it can be used. */
    public List<String> problems() {
        try {
            policy();
            return List.of();
        } catch (InputException unusable) {
            return unusable.problems().stream().map(Problem::toString).toList();
        }
    }

    public Path writeTo(Path folder) throws IOException {
        for (String file : contents.keySet()) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), contents.get(file));
        }
        return folder;
    }
}
