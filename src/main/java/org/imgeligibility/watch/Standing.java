package org.imgeligibility.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imgeligibility.facts.Problem;

/**
 * How the rules in force stand to what is saved in their folder.
 *
 * @param number  goes up with every change of what stands here
 * @param since   when they came into force
 * @param cases   how many cases there are, and how many of them hold; none before they were run
 * @param failed  cases that do not hold, and did not before the last edit either
 * @param refused what keeps the last edit from coming into force
 */
public record Standing(long number, Instant since, Optional<Count> cases, List<String> failed, Optional<Refused> refused) {

    public record Count(int held, int all) {
    }

    /**
     * @param since    since when the folder is not what is in force
     * @param problems what is wrong, and where
     * @param more     how many problems there are besides
     */
    public record Refused(Instant since, List<Problem> problems, int more) {

        private static final int SHOWN = 20;

        static Refused of(Instant since, List<Problem> all) {
            return new Refused(since, List.copyOf(all.subList(0, Math.min(SHOWN, all.size()))), Math.max(0, all.size() - SHOWN));
        }
    }

    Standing with(int held, int all, List<String> others) {
        return new Standing(number, since, Optional.of(new Count(held, all)), List.copyOf(others), refused);
    }

    /** An edit is refused, from now on or still. */
    Standing refused(List<Problem> problems) {
        return new Standing(number, since, cases, failed, Optional.of(Refused.of(refused.map(Refused::since).orElseGet(Instant::now), problems)));
    }

    /** The folder is again what is in force. */
    Standing accepted() {
        return new Standing(number, since, cases, failed, Optional.empty());
    }

    Standing next() {
        return new Standing(number + 1, since, cases, failed, refused);
    }
}
