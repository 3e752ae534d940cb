package org.imgeligibility.catalogue;

import java.util.List;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Requirement;

/**
 * A requirement with what the rules of a day and reading make of it for any applicant.
 *
 * @param members    what it needs, with the rule that asks for each; empty for what rules conclude on
 * @param findings   the rules that can conclude on it, "met" first
 * @param exemptions the rules by which the question is not for some people
 * @param notes      the rules whose sentences stand beside it
 * @param told       whether its members stand here; those of another question stand with that question, and what was told before is not repeated
 */
public record Outline(Requirement requirement, List<Member> members, List<Applied> findings, List<Applied> exemptions, List<Applied> notes, boolean told) {

    /** A requirement that another needs, and the rules that ask for it. */
    public record Member(Outline outline, List<Applied> by) {
    }

    public String id() {
        return requirement.id();
    }

    /** Every rule in it, each as often as it stands there. */
    public Stream<Applied> rules() {
        return Stream.of(members.stream().flatMap(member -> Stream.concat(member.by().stream(), member.outline().rules())),
                findings.stream(), exemptions.stream(), notes.stream()).flatMap(some -> some);
    }
}
