package org.imgeligibility.cli;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What the output can show.
 *
 * @param width columns of the terminal; of a pipe, a readable measure
 * @param ansi  whether colour is wanted; NO_COLOR and a pipe turn it off
 */
record Terminal(int width, Ansi ansi) {

    private static final int PIPE_WIDTH = 100;
    private static final int WIDEST = 110;
    private static final int NARROWEST = 40;

    static Terminal of(CommandSpec spec) {
        Ansi ansi = Ansi.AUTO.enabled() ? Ansi.ON : Ansi.OFF;
        String columns = System.getenv("COLUMNS");
        int width = columns != null && columns.matches("\\d{1,4}") ? Integer.parseInt(columns)
                : System.console() == null ? PIPE_WIDTH : spec.usageMessage().width();
        return new Terminal(Math.max(NARROWEST, Math.min(WIDEST, width)), ansi);
    }

    /** The text in a picocli style ("bold", "fg(green)"), or plain. Ended by a reset: many terminals take "bold off" for an underline. */
    String styled(String style, String text) {
        return ansi == Ansi.ON ? Ansi.Style.on(Ansi.Style.parse(style)) + text + Ansi.Style.reset.on() : text;
    }
}
