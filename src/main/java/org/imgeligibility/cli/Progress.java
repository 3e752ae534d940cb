package org.imgeligibility.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Help.Ansi;

/** How far a long run has come, on standard error; shown on a terminal only. */
interface Progress extends AutoCloseable {

    /** Tells of one more thing done; from any thread. */
    void step();

    @Override
    void close();

    static Progress of(Terminal terminal, String what, long total) {
        return terminal.ansi() == Ansi.ON ? new Bar(what, total) : new Silent();
    }

    /** A bar that is drawn again and again in one line. */
    final class Bar implements Progress {

        private final ProgressBar bar;

        private Bar(String what, long total) {
            this.bar = new ProgressBarBuilder().setTaskName(what).setInitialMax(total).setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(200).build();
        }

        @Override
        public void step() {
            bar.step();
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** Nothing at all. */
    final class Silent implements Progress {

        @Override
        public void step() {
            // A pipe shows no progress.
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
