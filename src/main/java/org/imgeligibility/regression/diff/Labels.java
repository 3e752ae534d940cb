package org.imgeligibility.regression.diff;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.facts.Vocabulary;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.verdict.Wording;

/** How people speak of questions and facts, as the newer side does, or the older where only that knows them. */
public final class Labels {

    private final Policy from;
    private final Policy to;

    Labels(Policy from, Policy to) {
        this.from = from;
        this.to = to;
    }

    /** The title of a question; the id of anything else. */
    public String title(String id) {
        return Stream.of(to, from).flatMap(policy -> java.util.Optional.ofNullable(policy.questions().get(id)).stream()).map(question -> question.title()).findFirst().orElse(id);
    }

    /** Each fact with what people call it. */
    public List<String> told(Facts facts) {
        return facts.values().entrySet().stream().map(fact -> told(fact.getKey(), fact.getValue())).collect(Collectors.toList());
    }

    private String told(String path, Object value) {
        Vocabulary vocabulary = Stream.of(to, from).map(Policy::vocabulary).filter(known -> known.slots().containsKey(path)).findFirst().orElseThrow();
        Vocabulary.Slot slot = vocabulary.slots().get(path);
        String unit = slot.field().unit().isEmpty() || value.equals(1) ? "" : " " + slot.field().unit();
        return vocabulary.label(path) + ": " + Wording.of(value, slot.field().type()) + unit;
    }
}
