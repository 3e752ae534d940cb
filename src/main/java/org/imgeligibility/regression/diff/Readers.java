package org.imgeligibility.regression.diff;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imgeligibility.facts.ApplicantReader;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.facts.Tree;
import org.imgeligibility.facts.TreeReader;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.regression.Regression;

/** Reads applicants by both vocabularies; what either side understands is kept. */
final class Readers {

    private final Side from;
    private final Side to;

    Readers(Side from, Side to) {
        this.from = from;
        this.to = to;
    }

    /** Every case that either side can read, the newer form of it where both can. */
    Subjects fixtures(Optional<Path> place, Optional<LocalDate> day) {
        Regression old = regression(place, from);
        Regression now = regression(place, to);
        Map<String, Fixture> cases = new LinkedHashMap<>();
        now.fixtures().forEach(fixture -> cases.put(fixture.name(), fixture));
        old.fixtures().forEach(fixture -> cases.putIfAbsent(fixture.name(), fixture));
        List<Subject> subjects = cases.values().stream()
                .map(fixture -> new Subject(fixture.file() + ":" + fixture.line() + " " + fixture.id(), day.orElse(fixture.asOf()), facts(fixture.applicant()).facts())).toList();
        return new Subjects("applicants of fixtures", subjects, now.problems().stream().filter(old.problems()::contains).toList());
    }

    private static Regression regression(Optional<Path> place, Side side) {
        return place.map(folder -> Regression.of(folder, side.evaluator())).orElseGet(() -> Regression.builtIn(side.evaluator()));
    }

    /** One applicant a line. */
    Subjects lines(String file, List<String> lines, LocalDate day) {
        List<Subject> subjects = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String place = file + ":" + (at + 1);
            Read read = read(lines.get(at));
            if (read.problems().isEmpty()) {
                subjects.add(new Subject(place, day, read.facts()));
            }
            read.problems().forEach(problem -> problems.add(new Problem(place, problem.toString())));
        }
        return new Subjects("applicants", subjects, problems);
    }

    /** @param problems what neither side understands */
    private record Read(Facts facts, List<Problem> problems) {
    }

    private Read read(String line) {
        try {
            TreeReader.Document document = TreeReader.readJson(line);
            Read read = facts(document.root());
            return document.problems().isEmpty() ? read : new Read(read.facts(), document.problems());
        } catch (InputException unreadable) {
            return new Read(Facts.none(), unreadable.problems());
        }
    }

    private Read facts(Tree applicant) {
        ApplicantReader.Reading now = ApplicantReader.read(to.policy().vocabulary(), applicant, List.of());
        ApplicantReader.Reading old = ApplicantReader.read(from.policy().vocabulary(), applicant, List.of());
        Map<String, Object> values = new LinkedHashMap<>(now.facts().values());
        old.facts().values().forEach(values::putIfAbsent);
        List<Problem> both = now.problems().stream().filter(problem -> old.problems().stream().anyMatch(other -> other.path().equals(problem.path()))).toList();
        return new Read(new Facts(now.facts().id(), values), both);
    }
}
