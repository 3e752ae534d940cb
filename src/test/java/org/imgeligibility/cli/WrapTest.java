package org.imgeligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrapTest {

    @Test
    void linesBreakAtBlanksAndNeverExceedTheWidth() {
        assertThat(Wrap.lines("one two three four", 9)).containsExactly("one two", "three", "four");
    }

    @Test
    void aWordLongerThanTheWidthStandsAlone() {
        assertThat(Wrap.lines("a https://example.org/long b", 10)).containsExactly("a", "https://example.org/long", "b");
    }

    @Test
    void coloursTakeNoRoom() {
        assertThat(Wrap.lines("\u001B[1mone\u001B[0m two", 7)).containsExactly("\u001B[1mone\u001B[0m two");
    }
}
