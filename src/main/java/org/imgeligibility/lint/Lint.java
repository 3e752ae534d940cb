package org.imgeligibility.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.rulebase.PolicyLoader;
import org.imgeligibility.rulebase.RuleFiles;

/** Everything that is wrong with a rule folder; what makes it unusable is found when it is loaded, the rest after that. */
public final class Lint {

    private static final int QUICK = 2_000;
    private static final int THOROUGH = 200_000;
    private static final Comparator<Finding> BY_PLACE = Comparator.comparing((Finding finding) -> finding.place().file()).thenComparing(finding -> finding.place().line())
            .thenComparing(finding -> finding.place().column()).thenComparing(Finding::check).thenComparing(Finding::message);

    private Lint() {
    }

    /**
     * @param day      the day on which sources are due and requirements asked for
     * @param thorough whether to search a hundred times longer for facts on which rules conflict or are silent
     */
    public static Report report(RuleFiles files, LocalDate day, boolean thorough) {
        return report(files, day, thorough, Answered.builtIn());
    }

    /** @param answered the marks of searches of which it is known that they find nothing */
    static Report report(RuleFiles files, LocalDate day, boolean thorough, Set<String> answered) {
        try {
            Folder folder = Folder.of(files, PolicyLoader.load(files), day, thorough ? THOROUGH : QUICK);
            return report(folder, search(folder, answered));
        } catch (InputException unusable) {
            return new Report(unusable.problems().stream().map(Loading::finding).sorted(BY_PLACE).toList(), List.of(), 0);
        }
    }

    private static Search search(Folder folder, Set<String> answered) {
        return new Search(folder.policy(), folder.effort(), new Marks(folder.files(), folder.policy(), folder.declarations()), answered);
    }

    /** The marks of the searches that find nothing in a folder on a day. */
    static Set<String> searched(RuleFiles files, LocalDate day) {
        Folder folder = Folder.of(files, PolicyLoader.load(files), day, QUICK);
        Search search = search(folder, Set.of());
        report(folder, search);
        return search.empty();
    }

    private static Report report(Folder folder, Search search) {
        Allowances allowances = new Allowances(folder);
        List<Finding> open = new ArrayList<>();
        List<Report.Allowed> allowed = new ArrayList<>();
        all(folder, search).sorted(BY_PLACE).forEach(finding -> allowances.reason(finding)
                .ifPresentOrElse(reason -> allowed.add(new Report.Allowed(finding, reason)), () -> open.add(finding)));
        open.addAll(allowances.faults());
        open.sort(BY_PLACE);
        return new Report(open, allowed, search.cutShort());
    }

    private static Stream<Finding> all(Folder folder, Search search) {
        Conclusions conclusions = new Conclusions(folder.policy());
        return Stream.of(Sources.findings(folder), Unused.findings(folder), RuleNames.findings(folder), Versions.findings(folder, search), DeadRules.findings(folder, search),
                Decisions.findings(folder, search, conclusions), Conflicts.findings(folder, search, conclusions), Gaps.findings(folder, search, conclusions)).flatMap(found -> found);
    }
}
