package org.imgeligibility.verdict;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.imgeligibility.rulebase.Requirement.Combine;

/** The day on which waiting alone turns a requirement that is not yet met into a met one, where rules tell it. */
final class MetFrom {

    private MetFrom() {
    }

    /** @param node one that is NOT_YET */
    static Optional<LocalDate> of(Node node) {
        if (node.isLeaf()) {
            List<Optional<LocalDate>> days = node.findings().stream().filter(finding -> finding.status() == Status.NOT_YET).map(finding -> finding.day("metFrom")).toList();
            return days.stream().allMatch(Optional::isPresent) ? days.stream().flatMap(Optional::stream).max(Comparator.naturalOrder()) : Optional.empty();
        }
        List<Node.Member> waiting = node.members().stream().filter(member -> member.standing() != Standing.MET && member.standing() != Standing.LEFT_OUT).toList();
        List<Optional<LocalDate>> days = waiting.stream().map(member -> member.node().metFrom()).toList();
        if (node.requirement().combine() == Combine.ANY) {
            return days.stream().flatMap(Optional::stream).min(Comparator.naturalOrder());
        }
        boolean all = node.requirement().combine() == Combine.ALL && days.stream().allMatch(Optional::isPresent);
        return all ? days.stream().flatMap(Optional::stream).max(Comparator.naturalOrder()) : Optional.empty();
    }
}
