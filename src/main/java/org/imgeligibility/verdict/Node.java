package org.imgeligibility.verdict;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Requirement;

/**
 * A requirement of one applicant on one day under one reading: a leaf with what the rules found of it, or a set of
 * members. A question may carry conditions under which it is not for this person.
 *
 * @param findings   what rules concluded, worst first; for a leaf only
 * @param guards     the requirements on which it hung that these findings count
 * @param openings   what could still be concluded, for a leaf that is UNKNOWN
 * @param conditions where any of these is met, the question is not applicable
 * @param isDisputed whether rules conclude differently on it, or on anything it follows from
 */
record Node(Requirement requirement, List<Member> members, List<Finding> findings, List<Node> guards, Once<Opening> openings, List<Condition> conditions, Status status,
            boolean isDisputed) {

    Node(Requirement requirement, List<Member> members, List<Finding> findings, List<Node> guards, Once<Opening> openings, List<Condition> conditions, Status status) {
        this(requirement, members, findings, guards, openings, conditions, status, isDisputed(members, findings, conditions, status));
    }

    private static boolean isDisputed(List<Member> members, List<Finding> findings, List<Condition> conditions, Status status) {
        for (Finding finding : findings) {
            if (finding.status() != status) {
                return true;
            }
        }
        for (Member member : members) {
            if (member.node().isDisputed() || member.guard().filter(Node::isDisputed).isPresent()) {
                return true;
            }
        }
        return conditions.stream().anyMatch(condition -> condition.node().isDisputed());
    }

    /** A requirement under which a question is not applicable, and the rule that says so. */
    record Condition(Node node, Finding rule) {
    }

    /** What the rules of an undecided leaf could still conclude, and the paths of the facts they wait for. */
    record Opening(Set<Status> statuses, Set<String> waits) {

        static final Opening NONE = new Opening(Set.of(), Set.of());
    }

    Opening opening() {
        return openings.get();
    }

    String id() {
        return requirement.id();
    }

    /** A node is itself only: the same requirement of another evaluation is another node. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    boolean isLeaf() {
        return members.isEmpty();
    }

    /** Whether the question is for this person: MET says it is not, UNKNOWN that this is not known. */
    Status exclusion() {
        Status exclusion = Status.BARRED;
        for (Condition condition : conditions) {
            exclusion = exclusion.orBetter(condition.node().status());
        }
        return exclusion;
    }

    /** What it comes to as a question, or as a member without a guard. */
    Standing standing() {
        return standing(status, exclusion());
    }

    static Standing standing(Status status, Status exclusion) {
        return exclusion == Status.MET ? Standing.LEFT_OUT : Standing.of(exclusion == Status.UNKNOWN ? Status.UNKNOWN : status);
    }

    /** All that is shown of a question, by id. */
    Map<String, Node> shown() {
        Map<String, Node> shown = new HashMap<>();
        collect(shown);
        conditions.forEach(condition -> condition.node().collect(shown));
        return shown;
    }

    private void collect(Map<String, Node> shown) {
        if (shown.put(id(), this) == null) {
            members.stream().filter(Member::isShown).forEach(member -> {
                member.node().collect(shown);
                member.open().ifPresent(open -> open.collect(shown));
            });
        }
    }

    /** What was found that gives it its status. */
    Stream<Finding> reasons() {
        return findings.stream().filter(finding -> finding.status() == status);
    }

    /** The statuses a leaf has or could still have. */
    Set<Status> possible() {
        Set<Status> possible = EnumSet.of(status);
        possible.addAll(opening().statuses());
        return possible;
    }

    /**
     * A requirement in a set.
     *
     * @param rule   the rule that puts it there
     * @param guard  a requirement that decides whether this one is asked at all
     * @param unless whether it is asked unless the guard is met, or where it is met
     */
    record Member(Node node, Finding rule, Optional<Node> guard, boolean unless) {

        Standing standing() {
            return guarded(node.standing(), guard.map(Node::status).orElse(null), unless);
        }

        /** Not asked: counts as met. Not known whether asked: as an alternative of something unknown. */
        static Standing guarded(Standing own, Status guard, boolean unless) {
            if (guard == null || own == Standing.LEFT_OUT) {
                return own;
            } else if (guard == Status.UNKNOWN) {
                return Standing.of(own.status().orBetter(Status.UNKNOWN));
            }
            return (guard == Status.MET) == unless ? Standing.MET : own;
        }

        /** What decides whether it is asked at all, while that is not known. */
        Optional<Node> open() {
            return guard.filter(one -> one.status() == Status.UNKNOWN)
                    .or(() -> node.conditions().stream().map(Condition::node).filter(condition -> condition.status() == Status.UNKNOWN).findFirst());
        }

        /** Whether it is shown: it is asked, or could be. */
        boolean isShown() {
            boolean asked = guard.isEmpty() || guard.get().status() == Status.UNKNOWN || (guard.get().status() == Status.MET) != unless;
            return asked && node.standing() != Standing.LEFT_OUT;
        }
    }
}
