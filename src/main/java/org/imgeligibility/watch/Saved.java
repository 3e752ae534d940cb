package org.imgeligibility.watch;

import java.nio.file.Path;
import java.util.Optional;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.regression.Regression;
import org.imgeligibility.rulebase.RuleFiles;

/**
 * What stands in the folders at a moment.
 *
 * @param cases tells one content of the fixture folder from another
 */
record Saved(RuleFiles rules, String cases) {

    /** @throws InputException where a folder cannot be read */
    static Saved of(Path rules, Optional<Path> fixtures) {
        return new Saved(RuleFiles.of(rules), fixtures.map(Regression::digest).orElse(""));
    }

    boolean sameAs(Saved other) {
        return rules.digest().equals(other.rules.digest()) && cases.equals(other.cases);
    }
}
