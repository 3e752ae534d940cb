package org.imgeligibility.lint;

import java.util.List;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.language.Rule;

/** Subjects of findings. */
final class About {

    private About() {
    }

    static List<Finding.Subject> rule(Rule... rules) {
        return Stream.of(rules).map(rule -> new Finding.Subject(Finding.Subject.Kind.RULE, rule.name())).toList();
    }

    /** A requirement as its entry writes it, and some rules. */
    static List<Finding.Subject> requirement(Folder folder, String id, Rule... rules) {
        return Stream.concat(Stream.of(folder.entries().requirement(id).subject()), rule(rules).stream()).toList();
    }
}
