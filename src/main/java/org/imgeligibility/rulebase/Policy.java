package org.imgeligibility.rulebase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imgeligibility.facts.Vocabulary;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Types;

/**
 * Everything a rule folder says, parsed and checked but not compiled.
 *
 * @param readings     the readings there are, the default one first
 * @param questions    by id, in the order to show them
 * @param requirements by id, in the order of their definitions; a question is one too
 * @param classifications titles of classifications, and of their values by {@code id/VALUE}, in the order to show them
 * @param rules        in an order that depends on their names alone
 * @param digest       of the files it was read from
 */
public record Policy(Vocabulary vocabulary, Types types, List<String> readings, Map<String, Source> sources,
                     Map<String, Question> questions, Map<String, Requirement> requirements,
                     Map<String, String> classifications, List<Rule> rules, Map<String, Table> tables, String digest) {

    /** What a classification or a value of it ({@code id/VALUE}) is called: its title, or else what rules call it. */
    public String titleOf(String classification) {
        return classifications.getOrDefault(classification, classification.substring(classification.indexOf('/') + 1));
    }

    /** A citation as rules write it: a source's id, and after # the place in it where that differs. */
    public Optional<Source> cited(String citation) {
        int hash = citation.indexOf('#');
        Source source = sources.get(hash < 0 ? citation : citation.substring(0, hash));
        return Optional.ofNullable(source).map(found -> hash < 0 ? found : found.at(citation.substring(hash + 1)));
    }
}
