package org.imgeligibility.verdict;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imgeligibility.rulebase.Confidence;
import org.imgeligibility.rulebase.Match;
import org.imgeligibility.rulebase.Source;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.verdict.VerdictDocument.Reason;
import org.imgeligibility.verdict.VerdictDocument.RequiredBy;
import org.imgeligibility.verdict.VerdictDocument.RuleView;

/**
 * A rule match with the means to say what it found: sentence, next step, sources, facts; each is made once. Those that
 * hang on no fact of the applicant are used by many threads: what these keep cannot change.
 */
final class Finding {

    /** An order that depends on names and facts alone, never on files or the engine. */
    static final Comparator<Finding> ORDER = Comparator.comparing((Finding finding) -> finding.rule().name()).thenComparing(finding -> finding.claim.subject());

    private final Match match;
    private final Texts texts;
    private final Claim claim;
    private Map<String, Object> facts;
    private String says;
    private Reason reason;
    private RequiredBy requiredBy;

    Finding(Match match, Texts texts) {
        this.match = match;
        this.texts = texts;
        this.claim = texts.claim(match);
    }

    Match match() {
        return match;
    }

    Rule rule() {
        return match.rule();
    }

    Status status() {
        return claim.status();
    }

    /** The values of {@code @name}, with ids and keys filled in as they are. */
    List<String> ids(String name) {
        return claim.ids(name, match.facts());
    }

    /** Whether it counts by what another requirement comes to. */
    boolean isGuarded() {
        return claim.isGuarded();
    }

    /** Whether the values of {@code @name} are the same for every applicant. */
    boolean isFixed(String name) {
        return claim.isFixed(name);
    }

    /** Its sentence, which a rule that refuses has too though it cites nothing. */
    String says() {
        if (says == null) {
            says = claim.sentence("says", match.facts()).orElse(rule().name());
        }
        return says;
    }

    Reason reason() {
        if (reason == null) {
            reason = new Reason(says(), claim.sentence("next", match.facts()), view(), sources());
        }
        return reason;
    }

    /** The day that {@code @name} gives, if it has one. */
    Optional<LocalDate> day(String name) {
        return rule().one(name).flatMap(text -> Optional.ofNullable((LocalDate) texts.value(rule(), text, match.facts())));
    }

    /** Its sources, the main one first; {@code @confidence} lowers them. */
    List<Source> sources() {
        return claim.sources(match.facts());
    }

    Confidence confidence() {
        Confidence lowest = Confidence.HIGH;
        for (Source source : sources()) {
            lowest = lowest.or(source.confidence());
        }
        return lowest;
    }

    /** How it makes something asked for. */
    RequiredBy requiredBy() {
        if (requiredBy == null) {
            requiredBy = new RequiredBy(view(), sources().get(0));
        }
        return requiredBy;
    }

    RuleView view() {
        return claim.view();
    }

    /** The applicant's facts it tested or speaks of, by path. */
    Map<String, Object> facts() {
        if (!claim.tellsFacts()) {
            return Map.of();
        } else if (facts == null) {
            facts = claim.facts(match.facts());
        }
        return facts;
    }
}
