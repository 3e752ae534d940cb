package org.imgeligibility.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.RuleFiles;
import org.imgeligibility.rulebase.language.Declarations;
import org.imgeligibility.rulebase.language.RuleFileParser;

/**
 * A rule folder that can be used, as checks look at it.
 *
 * @param declarations of each file, as written
 * @param day      the day to look at sources and requirements for
 * @param effort   how many steps a search for facts may take
 */
record Folder(RuleFiles files, Policy policy, Entries entries, List<Declarations> declarations, LocalDate day, int effort) {

    static Folder of(RuleFiles files, Policy policy, LocalDate day, int effort) {
        List<Declarations> declarations = files.contents().entrySet().stream().filter(file -> file.getKey().endsWith(".drl") && file.getValue().contains("declare"))
                .map(file -> RuleFileParser.of(file.getKey(), file.getValue()).declarations(new ArrayList<>())).toList();
        return new Folder(files, policy, new Entries(files), declarations, day, effort);
    }

    /** Types as written, with the places of their fields. */
    List<Declarations.DeclaredType> declared() {
        return declarations.stream().flatMap(file -> file.types().stream()).toList();
    }
}
