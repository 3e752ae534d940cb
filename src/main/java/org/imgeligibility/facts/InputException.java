package org.imgeligibility.facts;

import java.util.List;
import java.util.stream.Collectors;

/** The input cannot be used; carries every problem found, never only the first. */
public final class InputException extends RuntimeException {

    private final transient List<Problem> problems;

    public InputException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public InputException(String path, String message) {
        this(List.of(new Problem(path, message)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
