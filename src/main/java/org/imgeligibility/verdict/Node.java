package org.imgeligibility.verdict;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imgeligibility.rulebase.Requirement;

/**
 * A requirement of one applicant on one day under one reading: a leaf with what the rules found of it, or a set of
 * members. A question may carry conditions under which it is not for this person.
 */
final class Node {

    private final Requirement requirement;
    private final List<Member> members;
    private final List<Finding> findings;
    private final List<Node> guards;
    private final Once<Opening> openings;
    private final List<Condition> conditions;
    private final Status status;
    private final Status exclusion;
    private final List<Finding> reasons;
    private final boolean disputed;
    private final Once<Optional<LocalDate>> metFrom = new Once<>(() -> MetFrom.of(this));
    private final Missing.Known known = new Missing.Known();

    /**
     * @param findings   what rules concluded, worst first; for a leaf only
     * @param guards     the requirements on which it hung that these findings count
     * @param openings   what could still be concluded, for a leaf that is UNKNOWN
     * @param conditions where any of these is met, the question is not applicable
     */
    Node(Requirement requirement, List<Member> members, List<Finding> findings, List<Node> guards, Once<Opening> openings, List<Condition> conditions, Status status) {
        this.requirement = requirement;
        this.members = members;
        this.findings = findings;
        this.guards = guards;
        this.openings = openings;
        this.conditions = conditions;
        this.status = status;
        this.exclusion = exclusion(conditions);
        this.reasons = reasons(findings, status);
        this.disputed = reasons.size() < findings.size() || isDisputed(members, conditions);
    }

    private static Status exclusion(List<Condition> conditions) {
        Status exclusion = Status.BARRED;
        for (int at = 0; at < conditions.size(); at++) {
            exclusion = exclusion.orBetter(conditions.get(at).node().status());
        }
        return exclusion;
    }

    private static List<Finding> reasons(List<Finding> findings, Status status) {
        for (int at = 0; at < findings.size(); at++) {
            if (findings.get(at).status() != status) {
                return findings.stream().filter(finding -> finding.status() == status).toList();
            }
        }
        return findings;
    }

    private static boolean isDisputed(List<Member> members, List<Condition> conditions) {
        for (int at = 0; at < members.size(); at++) {
            Member member = members.get(at);
            if (member.node().isDisputed() || member.guard().isPresent() && member.guard().get().isDisputed()) {
                return true;
            }
        }
        for (int at = 0; at < conditions.size(); at++) {
            if (conditions.get(at).node().isDisputed()) {
                return true;
            }
        }
        return false;
    }

    Requirement requirement() {
        return requirement;
    }

    List<Member> members() {
        return members;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Node> guards() {
        return guards;
    }

    List<Condition> conditions() {
        return conditions;
    }

    Status status() {
        return status;
    }

    /** Whether rules conclude differently on it, or on anything it follows from. */
    boolean isDisputed() {
        return disputed;
    }

    /** Whether the question is for this person: MET says it is not, UNKNOWN that this is not known. */
    Status exclusion() {
        return exclusion;
    }

    /** What was found that gives it its status. */
    List<Finding> reasons() {
        return reasons;
    }

    /** The day on which waiting alone meets it. */
    Optional<LocalDate> metFrom() {
        return status == Status.NOT_YET ? metFrom.get() : Optional.empty();
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

    /** For those who look for what is missing. */
    Missing.Known known() {
        return known;
    }

    String id() {
        return requirement.id();
    }

    boolean isLeaf() {
        return members.isEmpty();
    }

    /** What it comes to as a question, or as a member without a guard. */
    Standing standing() {
        return standing(status, exclusion);
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
            return guarded(node.standing(), guard.isPresent() ? guard.get().status() : null, unless);
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
            if (guard.isPresent() && guard.get().status() == Status.UNKNOWN) {
                return guard;
            }
            for (int at = 0; at < node.conditions().size(); at++) {
                Node condition = node.conditions().get(at).node();
                if (condition.status() == Status.UNKNOWN) {
                    return Optional.of(condition);
                }
            }
            return Optional.empty();
        }

        /** Whether it is shown: it is asked, or could be. */
        boolean isShown() {
            boolean asked = guard.isEmpty() || guard.get().status() == Status.UNKNOWN || (guard.get().status() == Status.MET) != unless;
            return asked && node.standing() != Standing.LEFT_OUT;
        }
    }
}
