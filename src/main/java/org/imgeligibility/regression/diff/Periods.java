package org.imgeligibility.regression.diff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.imgeligibility.regression.generated.Applicant;
import org.imgeligibility.rulebase.Policy;

/** Says on which days any outcome differs, over the days on which outcomes can turn by the policy alone. */
final class Periods {

    /** How many of those who differ are tried beside the witnesses. */
    private static final int MOST = 20;

    private final Pair pair;
    private final List<LocalDate> days;

    Periods(Pair pair, Policy from, Policy to) {
        this.pair = pair;
        this.days = List.copyOf(new TreeSet<>(Stream.of(from, to).flatMap(policy -> PolicyDays.of(policy).stream()).toList()));
    }

    /** What is between two days of the policy: outcomes turn there by the applicant's own dates alone. */
    private record Span(Optional<LocalDate> first, Optional<LocalDate> last) {

        Set<LocalDate> ends() {
            return new LinkedHashSet<>(Stream.of(first.or(() -> last), last.or(() -> first)).flatMap(Optional::stream).toList());
        }

        boolean holds(LocalDate day) {
            return first.filter(day::isBefore).isEmpty() && last.filter(day::isAfter).isEmpty();
        }
    }

    /** An applicant with something that comes out otherwise. */
    private record Shown(Applicant applicant, String of) {
    }

    /** One sight of each subject. */
    private static Predicate<Seen.Sight> distinct() {
        Set<Integer> numbers = new TreeSet<>();
        return sight -> numbers.add(sight.number());
    }

    List<Period> of(Seen seen, List<Group> groups) {
        if (groups.isEmpty() || days.isEmpty()) {
            return List.of();
        }
        Set<Shown> shown = new LinkedHashSet<>(groups.stream().map(group -> new Shown(group.witness().applicant(), group.of().get(0))).toList());
        seen.sights().stream().filter(distinct()).limit(MOST).forEach(sight -> shown.add(new Shown(sight.applicant(), sight.turn().of())));
        Set<LocalDate> on = new TreeSet<>(seen.sights().stream().map(sight -> sight.applicant().asOf()).toList());
        return merged(spans().parallelStream().map(span -> period(span, shown, on)).flatMap(Optional::stream).toList());
    }

    private List<Span> spans() {
        List<Span> spans = new ArrayList<>(List.of(new Span(Optional.empty(), Optional.of(days.get(0).minusDays(1)))));
        for (int at = 0; at < days.size(); at++) {
            spans.add(new Span(Optional.of(days.get(at)), at + 1 < days.size() ? Optional.of(days.get(at + 1).minusDays(1)) : Optional.empty()));
        }
        return spans;
    }

    private Optional<Period> period(Span span, Set<Shown> shown, Set<LocalDate> on) {
        boolean some = on.stream().anyMatch(span::holds);
        for (Shown one : shown) {
            long ends = span.ends().stream().filter(day -> pair.differs(new Applicant(day, one.applicant().reading(), one.applicant().facts()), one.of())).count();
            if (ends == span.ends().size()) {
                return Optional.of(new Period(span.first(), span.last(), true));
            }
            some |= ends > 0;
        }
        return some ? Optional.of(new Period(span.first(), span.last(), false)) : Optional.empty();
    }

    private static List<Period> merged(List<Period> periods) {
        List<Period> merged = new ArrayList<>();
        for (Period next : periods) {
            Period before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (before != null && before.whole() == next.whole() && before.last().isPresent() && before.last().map(day -> day.plusDays(1)).equals(next.first())) {
                merged.set(merged.size() - 1, new Period(before.first(), next.last(), next.whole()));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }
}
