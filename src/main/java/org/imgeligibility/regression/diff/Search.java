package org.imgeligibility.regression.diff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.imgeligibility.regression.generated.Applicant;

/** Looks for what differs among subjects, on their own day and on the days of the edit. */
final class Search {

    /** More days than these are shared out among the subjects. */
    private static final int DAYS_EACH = 12;

    private final Pair pair;
    private final MadeUp madeUp;
    private final List<LocalDate> days;
    private final String reading;

    Search(Pair pair, MadeUp madeUp, List<LocalDate> days, String reading) {
        this.pair = pair;
        this.madeUp = madeUp;
        this.days = days;
        this.reading = reading;
    }

    Seen among(List<Subject> subjects, Runnable whenDone) {
        AtomicInteger otherwise = new AtomicInteger();
        List<Seen.Sight> sights = IntStream.range(0, subjects.size()).parallel().boxed().flatMap(number -> {
            List<Seen.Sight> found = of(number, subjects.get(number), otherwise);
            whenDone.run();
            return found.stream();
        }).toList();
        return new Seen(sights, otherwise.get());
    }

    private List<Seen.Sight> of(int number, Subject subject, AtomicInteger otherwise) {
        List<Seen.Sight> found = new ArrayList<>();
        Pair.Compared own = compare(number, subject, true, new Applicant(subject.day(), reading, subject.facts()), found);
        if (own.touched() && own.differing().isEmpty()) {
            otherwise.incrementAndGet();
        }
        for (int at = 0; at < Math.min(days.size(), DAYS_EACH); at++) {
            LocalDate day = days.get((number * DAYS_EACH + at) % days.size());
            if (!day.equals(subject.day())) {
                compare(number, subject, false, madeUp.on(day, subject.facts(), reading, number), found);
            }
        }
        return found;
    }

    private Pair.Compared compare(int number, Subject subject, boolean own, Applicant applicant, List<Seen.Sight> found) {
        Pair.Compared compared = pair.compare(applicant);
        compared.differing().forEach(one -> found.add(new Seen.Sight(number, subject.name(), own,
                new Applicant(applicant.asOf(), one.reading(), applicant.facts()), one.turn())));
        return compared;
    }
}
