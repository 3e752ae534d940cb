package org.imgeligibility.regression.diff;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.facts.FieldType;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.facts.Vocabulary;
import org.imgeligibility.regression.generated.Needs;
import org.imgeligibility.rulebase.Instances;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.rulebase.RuleFiles;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Type;

/** One of the two rule folders, ready to be asked. Safe for use by many threads. */
final class Side {

    private final RuleFiles files;
    private final Evaluator evaluator;
    private final Instances instances;
    private final Needs needs;
    private final Map<LocalDate, Map<Type, List<Instance>>> rows = new ConcurrentHashMap<>();

    private Side(RuleFiles files, RuleBase rules) {
        this.files = files;
        this.evaluator = new Evaluator(rules);
        this.instances = new Instances(rules.policy());
        this.needs = new Needs(rules.policy());
    }

    /** @throws InputException with all that is wrong with the folder, each place with the folder before it */
    static Side of(Path folder) {
        RuleFiles files = RuleFiles.of(folder);
        try {
            return new Side(files, files.digest().equals(RuleFiles.builtInDigest()) ? RuleBase.builtIn() : RuleBase.of(files));
        } catch (InputException unusable) {
            throw new InputException(unusable.problems().stream().map(problem -> new Problem(folder + (problem.path().isEmpty() ? "" : "/" + problem.path()), problem.message())).toList());
        }
    }

    RuleFiles files() {
        return files;
    }

    Evaluator evaluator() {
        return evaluator;
    }

    Policy policy() {
        return evaluator.policy();
    }

    Needs needs() {
        return needs;
    }

    /** All there is to match for an applicant on a day. */
    Map<Type, List<Instance>> instances(Facts facts, LocalDate day) {
        Map<Type, List<Instance>> all = new HashMap<>(rows.computeIfAbsent(day, instances::on));
        all.putAll(instances.sections(facts));
        return all;
    }

    /** What this side's vocabulary can say of an applicant. */
    Facts known(Facts facts) {
        Map<String, Object> known = new LinkedHashMap<>();
        facts.values().forEach((path, value) -> {
            Vocabulary.Slot slot = policy().vocabulary().slots().get(path);
            if (slot != null && fits(slot.field().type(), value)) {
                known.put(path, value);
            }
        });
        return new Facts(facts.id(), known);
    }

    private static boolean fits(FieldType type, Object value) {
        if (type instanceof FieldType.OneOf of) {
            return of.choice(value).isPresent();
        } else if (type instanceof FieldType.ListOf list) {
            return value instanceof List<?> items && items.stream().allMatch(item -> list.of().choice(item).isPresent());
        } else if (type instanceof FieldType.WholeNumber whole) {
            return value instanceof Integer number && inRange(whole.min(), whole.max(), number);
        } else if (type instanceof FieldType.Decimal decimal) {
            return value instanceof Double number && inRange(decimal.min(), decimal.max(), number);
        }
        return type instanceof FieldType.Flag ? value instanceof Boolean : type instanceof FieldType.Day ? value instanceof LocalDate : value instanceof String;
    }

    private static boolean inRange(Integer min, Integer max, Number number) {
        return (min == null || number.doubleValue() >= min) && (max == null || number.doubleValue() <= max);
    }
}
