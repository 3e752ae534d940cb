package org.imgeligibility.bench;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.imgeligibility.bench.PeerWork.Applicant;
import org.imgeligibility.bench.PeerWork.Finding;
import org.imgeligibility.bench.PeerWork.Need;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.rulebase.Match;
import org.imgeligibility.rulebase.RuleFiles;

/** The work as an editor would write it: a rule folder, and the applicants as facts of it. */
public final class PeerFolder {

    public static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static final String TYPES = """
            package org.imgeligibility.rules
            import java.time.LocalDate

            declare AsOf @day
                day : LocalDate
            end
            declare enum ExamName %s; title : String end
            declare Exam @section("exams") @title("Examinations") @key("exam")
                exam  : ExamName @label("Examination")
                score : Integer  @label("Score") @min(0)
            end
            declare School @section("school") @title("The school")
                years : Integer @label("Years") @unit("years") @min(0)
            end
            declare Training @section("training") @title("Training")
                months : Integer @label("Months") @unit("months") @min(0)
            end
            declare Place @table("places.csv") @key("code")
                code   : String
                title  : String
                months : Integer @unit("months")
                source : String
            end
            """;
    private static final String PLACE_RULES = """
            package org.imgeligibility.rules

            rule "The months are reached"
                @requirement("licence/{place.code}")
                @says("{training.months|month} of training are enough; {place.title} asks for {place.months}.")
                @source("{place.source}")
            when
                place : Place()
                training : Training(months >= place.months)
            then
                conclude.met(drools);
            end

            rule "Months are missing"
                @requirement("licence/{place.code}")
                @says("{training.months|month} of training are too few; {place.title} asks for {place.months}.")
                @next("Train for {place.months - training.months} months more.")
                @source("{place.source}")
            when
                place : Place()
                training : Training(months < place.months)
            then
                conclude.notYet(drools);
            end
            """;
    private static final String REQUIRED = """
            package org.imgeligibility.rules

            rule "A certificate needs all of these"
                @requirement("certificate") @requires(%s)
                @source("handbook")
            when
                AsOf()
            then
                conclude.require(drools);
            end
            """;
    private static final String NEED_RULES = """

            rule "%s"
                @requirement("need-%d")
                @says("{sat.exam} with {sat.score} points after {school.years|year}: enough.")
                @source("handbook#need %2$d")
            when
                sat : Exam(exam == ExamName.%s, score >= %d)
                school : School(years >= %d)
            then
                conclude.met(drools);
            end

            rule "%s"
                @requirement("need-%2$d")
                @says("{sat.exam} with {sat.score} points after {school.years|year}: %4$d points and %5$d years are needed.")
                @source("handbook#need %2$d")
            when
                sat : Exam(exam == ExamName.%3$s, score >= 0)
                school : School(years < %5$d || sat.score < %4$d)
            then
                conclude.barred(drools);
            end
            """;
    private static final String QUESTIONS = """
            - id: certificate
              title: A certificate
              topic: certification
              about: Whether the certificate can be had.
            - id: licence/{Place}
              title: A licence in {title}
              topic: licensure
              about: Whether this place gives a licence.
            """;
    private static final String SOURCES = """
            - id: handbook
              title: Handbook
              publisher: Board
              locator: page 1
              kind: official
              confidence: high
              reviewBy: "2030-01-01"
            """;

    private PeerFolder() {
    }

    public static RuleFiles files(PeerWork work) {
        SortedMap<String, String> files = new TreeMap<>();
        files.put("facts.drl", String.format(TYPES, PeerWork.EXAMS.stream().map(name -> name + "(\"" + name.charAt(0) + name.substring(1).toLowerCase() + "\")").collect(Collectors.joining(", "))));
        files.put("needs.drl", String.format(REQUIRED, work.needs().stream().map(need -> "\"need-" + need.number() + "\"").collect(Collectors.joining(", ")))
                + work.needs().stream().map(PeerFolder::rules).collect(Collectors.joining()));
        files.put("places.drl", PLACE_RULES);
        files.put("places.csv", work.places().stream().map(place -> place.code() + ",Place " + place.code() + "," + place.months() + ",handbook\n").collect(Collectors.joining("", "code,title,months,source\n", "")));
        files.put("questions.yaml", QUESTIONS);
        files.put("requirements.yaml", work.needs().stream().map(need -> "- id: need-" + need.number() + "\n  title: Need " + need.number() + "\n").collect(Collectors.joining()));
        files.put("sources.yaml", SOURCES);
        return new RuleFiles(files);
    }

    private static String rules(Need need) {
        return String.format(NEED_RULES, need.met(), need.number(), need.exam(), need.score(), need.years(), need.notMet());
    }

    public static Facts facts(Applicant applicant) {
        Map<String, Object> values = new LinkedHashMap<>();
        applicant.exams().forEach(exam -> values.put("/exams/" + exam.name() + "/score", exam.score()));
        values.put("/school/years", applicant.school().years());
        values.put("/training/months", applicant.training().months());
        return new Facts(Optional.empty(), values);
    }

    /** What a match says, in the words of the work. */
    public static Finding finding(PeerWork work, Applicant applicant, Match match) {
        Map<String, Object> first = match.facts().get(0).values();
        return finding(work, applicant, match.rule().name(), (String) (isAboutPlace(match.rule().name()) ? first.get("code") : first.get("exam")));
    }

    /** @param subject the name of the exam, or the code of the place */
    public static Finding finding(PeerWork work, Applicant applicant, String rule, String subject) {
        return new Finding(rule, isAboutPlace(rule)
                ? List.of(applicant.training(), work.places().stream().filter(place -> place.code().equals(subject)).findFirst().orElseThrow())
                : List.of(applicant.exams().stream().filter(exam -> exam.name().equals(subject)).findFirst().orElseThrow(), applicant.school()));
    }

    private static boolean isAboutPlace(String rule) {
        return rule.equals(PeerWork.REACHED) || rule.equals(PeerWork.MISSING);
    }

    /** The exam or place that a requirement of the verdict document is about. */
    public static String subject(String requirement, Set<String> facts) {
        return requirement.startsWith("licence/") ? requirement.substring("licence/".length())
                : facts.stream().filter(path -> path.startsWith("/exams/")).map(path -> path.split("/")[2]).findFirst().orElseThrow();
    }
}
