package org.imgeligibility.watch;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.imgeligibility.facts.Section;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Question;
import org.imgeligibility.rulebase.language.Word;

/** All of a policy that a case can name; cases read by one policy are read the same by another with the same names. */
record Names(List<Section> sections, Set<Question> questions, Set<String> requirements, Set<List<Object>> rules) {

    static Names of(Policy policy) {
        return new Names(policy.vocabulary().sections(), Set.copyOf(policy.questions().values()), policy.requirements().keySet(),
                policy.rules().stream().map(rule -> List.<Object>of(rule.name(), rule.word(), rule.word() == Word.CLASSIFY ? rule.metadata() : rule.all("requirement"))).collect(Collectors.toSet()));
    }
}
