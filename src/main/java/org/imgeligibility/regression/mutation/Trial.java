package org.imgeligibility.regression.mutation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imgeligibility.regression.generated.Applicant;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Matching;
import org.imgeligibility.rulebase.language.Prospect;
import org.imgeligibility.rulebase.language.Prospects;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.rulebase.language.Word;

/** An applicant with questions, and what the rules as they stand find of it. */
final class Trial {

    private final List<Rule> refusals;
    private final Applicant applicant;
    private final Set<String> questions;
    private final Set<String> classifications;
    private final Scope scope;
    private final Map<Type, List<Instance>> sections;
    private final Map<Type, List<Instance>> instances;
    private final Map<Rule, List<List<Instance>>> matches = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Map<Rule, List<Prospect>> prospects = Collections.synchronizedMap(new IdentityHashMap<>());

    /** @param rows what there is to match on the day, the applicant aside */
    Trial(List<Rule> refusals, Applicant applicant, Set<String> questions, Set<String> classifications, Scope scope, Map<Type, List<Instance>> sections, Map<Type, List<Instance>> rows) {
        this.refusals = refusals;
        this.applicant = applicant;
        this.questions = questions;
        this.classifications = classifications;
        this.scope = scope;
        this.sections = sections;
        this.instances = new HashMap<>(rows);
        this.instances.putAll(sections);
    }

    Applicant applicant() {
        return applicant;
    }

    LocalDate day() {
        return applicant.asOf();
    }

    Set<String> questions() {
        return questions;
    }

    Set<String> classifications() {
        return classifications;
    }

    Scope scope() {
        return scope;
    }

    Map<Type, List<Instance>> sections() {
        return sections;
    }

    Map<Type, List<Instance>> instances() {
        return instances;
    }

    /** What there is once a table is edited. */
    Map<Type, List<Instance>> with(Type type, List<Instance> rows) {
        Map<Type, List<Instance>> others = new HashMap<>(instances);
        others.put(type, rows);
        return others;
    }

    boolean holds(Rule rule) {
        return rule.word() == Word.REFUSE || rule.holds(applicant.asOf(), applicant.reading());
    }

    /** The matches of a rule as it stands, as far as they matter here; none where it is out of force. */
    List<List<Instance>> matches(Rule rule) {
        return matches.computeIfAbsent(rule, one -> matches(one, one, instances));
    }

    /** The matches of an edited rule over edited instances. */
    List<List<Instance>> matches(Rule original, Rule edited, Map<Type, List<Instance>> some) {
        return holds(edited) ? Matching.of(edited, some, scope.rules().get(original)) : List.of();
    }

    /** All that a rule as it stands could come to. */
    List<Prospect> prospects(Rule rule) {
        return prospects.computeIfAbsent(rule, one -> prospects(one, one, instances));
    }

    List<Prospect> prospects(Rule original, Rule edited, Map<Type, List<Instance>> some) {
        return holds(edited) ? new Prospects(some, refusals).of(edited, scope.rules().get(original)) : List.of();
    }
}
