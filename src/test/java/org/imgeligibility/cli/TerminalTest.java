package org.imgeligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class TerminalTest {

    @Test
    void stylesEndInAResetAndAPipeHasNone() {
        assertThat(new Terminal(80, Ansi.ON).styled("bold", "x")).startsWith("\u001B[1mx").endsWith("\u001B[0m");
        assertThat(new Terminal(80, Ansi.OFF).styled("bold", "x")).isEqualTo("x");
    }
}
