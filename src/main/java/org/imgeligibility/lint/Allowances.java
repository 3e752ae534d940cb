package org.imgeligibility.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imgeligibility.facts.Suggestion;
import org.imgeligibility.rulebase.language.Declarations;
import org.imgeligibility.rulebase.language.Place;

/** What the folder says is meant: {@code @allow("id", "reason")} at rules, types and fields, {@code allow:} in the lists. */
final class Allowances {

    private final List<Allowance> all = new ArrayList<>();
    private final Set<Allowance> used = new HashSet<>();

    private record Allowance(Finding.Subject subject, String check, String reason, Place place) {

        boolean isSound() {
            return !reason.isBlank() && Check.of(check).filter(Check::canBeAllowed).isPresent();
        }
    }

    Allowances(Folder folder) {
        folder.policy().rules().forEach(rule -> pairs(new Finding.Subject(Finding.Subject.Kind.RULE, rule.name()), rule.all("allow"), rule.place()));
        for (Declarations.DeclaredType type : folder.declared()) {
            declared(new Finding.Subject(Finding.Subject.Kind.TYPE, type.name()), type.metadata(), type.place());
            type.fields().forEach(field -> declared(new Finding.Subject(Finding.Subject.Kind.FIELD, type.name() + "." + field.name()), field.metadata(), field.place()));
        }
        folder.entries().all().forEach(entry -> entry.allowed().forEach((check, reason) -> all.add(new Allowance(entry.subject(), check, reason, entry.place()))));
    }

    private void declared(Finding.Subject subject, Map<String, List<String>> metadata, Place place) {
        if (metadata.containsKey("allow")) {
            pairs(subject, metadata.get("allow"), place);
        }
    }

    /** An id and its reason in turn. */
    private void pairs(Finding.Subject subject, List<String> values, Place place) {
        for (int at = 0; at < values.size(); at += 2) {
            all.add(new Allowance(subject, values.get(at), at + 1 < values.size() ? values.get(at + 1) : "", place));
        }
    }

    /** The reason why a finding is meant, if the folder gives one. */
    Optional<String> reason(Finding finding) {
        Optional<Allowance> found = all.stream().filter(Allowance::isSound)
                .filter(one -> one.check().equals(finding.check().id()) && finding.subjects().contains(one.subject())).findFirst();
        found.ifPresent(used::add);
        return found.map(Allowance::reason);
    }

    /** What is wrong with the allowances themselves, once every finding was looked at. */
    List<Finding> faults() {
        return all.stream().filter(one -> !used.contains(one)).map(Allowances::fault).toList();
    }

    private static Finding fault(Allowance one) {
        List<Finding.Subject> about = List.of(one.subject());
        if (Check.of(one.check()).filter(Check::canBeAllowed).isEmpty()) {
            List<String> ids = java.util.Arrays.stream(Check.values()).filter(Check::canBeAllowed).map(Check::id).toList();
            return new Finding(Check.FAULTY_ALLOW, one.place(), about, "'" + one.check() + "' cannot be allowed." + Suggestion.maybe(one.check(), ids) + " 'lint --ids' lists what can.");
        } else if (!one.isSound()) {
            return new Finding(Check.FAULTY_ALLOW, one.place(), about, "the reason why '" + one.check() + "' is meant is missing. Write it behind the id.");
        }
        return new Finding(Check.UNUSED_ALLOW, one.place(), about, "'" + one.check() + "' is allowed here but not found. Take the allowance out.");
    }
}
