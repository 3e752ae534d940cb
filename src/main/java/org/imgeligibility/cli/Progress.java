package org.imgeligibility.cli;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Help.Ansi;

/** How far a long run has come, on standard error; shown on a terminal only. */
interface Progress extends AutoCloseable {

    /** Tells of so many more things done; from any thread. */
    void step(long more);

    /** Tells of one more thing done; from any thread. */
    default void step() {
        step(1);
    }

    @Override
    void close();

    static Progress of(Terminal terminal, String what, long total) {
        return of(terminal, what, total, 0);
    }

    /**
     * With the rate and the time left.
     *
     * @param total    less than 0 where it is not known
     * @param earlier  how much of it was done before this run, and does not count for its rate
     */
    static Progress of(Terminal terminal, String what, long total, long earlier) {
        return terminal.ansi() == Ansi.ON ? new Bar(what, total, earlier) : new Silent();
    }

    /** A bar that is drawn again and again in one line. */
    final class Bar implements Progress {

        private final ProgressBar bar;

        private Bar(String what, long total, long earlier) {
            this.bar = new ProgressBarBuilder().setTaskName(what).setInitialMax(total).startsFrom(earlier, Duration.ZERO).setStyle(ProgressBarStyle.ASCII)
                    .showSpeed().setUpdateIntervalMillis(200).build();
        }

        @Override
        public void step(long more) {
            bar.stepBy(more);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** Nothing at all. */
    final class Silent implements Progress {

        @Override
        public void step(long more) {
            // A pipe shows no progress.
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
