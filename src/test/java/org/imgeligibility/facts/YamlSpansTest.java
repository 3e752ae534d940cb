package org.imgeligibility.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of a text each value takes. */
class YamlSpansTest {

    private static String at(String text, String... path) {
        return YamlSpans.of(text).get(List.of(path)).in(text);
    }

    @Test
    void scalarsListsAndObjectsAreFoundInEveryLayout() {
        String text = "# first\ncases:\n  - id: a # note\n    expect:\n      q/x: { outcome: \"YES\", because: [ a, b ] } # why\n      r:\n        - one\n        - two # last\n  - id: b\n";
        assertThat(at(text, "cases", "0", "id")).isEqualTo("a");
        assertThat(at(text, "cases", "0", "expect", "q/x")).isEqualTo("{ outcome: \"YES\", because: [ a, b ] }");
        assertThat(at(text, "cases", "0", "expect", "q/x", "outcome")).isEqualTo("\"YES\"");
        assertThat(at(text, "cases", "0", "expect", "q/x", "because")).isEqualTo("[ a, b ]");
        assertThat(at(text, "cases", "0", "expect", "r")).isEqualTo("- one\n        - two");
        assertThat(at(text, "cases", "1", "id")).isEqualTo("b");
    }

    @Test
    void charactersOutsideTheBasicPlaneAndAMarkBeforeTheTextDoNotShiftIt() {
        assertThat(at("\uFEFFa: \"\uD83D\uDE00\u00e9\"\nb: here\n", "b")).isEqualTo("here");
    }
}
