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
 * @param declared types as written, with the places of their fields
 * @param day      the day to look at sources and requirements for
 * @param effort   how many steps a search for facts may take
 */
record Folder(Policy policy, Entries entries, List<Declarations.DeclaredType> declared, LocalDate day, int effort) {

    static Folder of(RuleFiles files, Policy policy, LocalDate day, int effort) {
        List<Declarations.DeclaredType> declared = files.contents().entrySet().stream().filter(file -> file.getKey().endsWith(".drl"))
                .flatMap(file -> RuleFileParser.of(file.getKey(), file.getValue()).declarations(new ArrayList<>()).types().stream()).toList();
        return new Folder(policy, new Entries(files), declared, day, effort);
    }
}
