package org.imgeligibility.verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.imgeligibility.rulebase.Common;
import org.imgeligibility.rulebase.Unrolled;
import org.imgeligibility.rulebase.language.Untouched;

/** What the rules in force on a day come to under a reading, whoever the applicant is; made once and used by many threads. */
final class InForce {

    private final Texts texts;
    private final Common common;
    private final String reading;
    private final Findings findings;
    private final Outline outline;
    private final Map<String, List<Concluders.Conclusion>> conclusions = new ConcurrentHashMap<>();
    private final Untouched untouched;
    private volatile CompletableFuture<Optional<Tally>> tally;

    InForce(Texts texts, Common common, String reading) {
        this.texts = texts;
        this.common = common;
        this.reading = reading;
        this.findings = Findings.common(texts.findings(common), common.day(), reading);
        this.outline = texts.outline(findings);
        this.untouched = common.unrolled().map(Unrolled::untouched).orElse(null);
    }

    Findings findings() {
        return findings;
    }

    Outline outline() {
        return outline;
    }

    /** The rules that can conclude on a requirement. */
    List<Concluders.Conclusion> conclusions(String requirement) {
        return conclusions.computeIfAbsent(requirement, id -> texts.conclusions(id).stream().filter(one -> one.rule().holds(common.day(), reading)).toList());
    }

    /** What could still come of grounds; there is none without an engine. */
    Untouched untouched() {
        return untouched;
    }

    /** Begins to make the tally, if nobody has yet, while the caller does something else. */
    void begin() {
        if (tally == null) {
            tally = CompletableFuture.supplyAsync(() -> Tally.of(texts, this, common, reading));
        }
    }

    /** The quick way to what requirements come to, where there is one. */
    Optional<Tally> tally() {
        if (tally == null) {
            tally = CompletableFuture.completedFuture(Tally.of(texts, this, common, reading));
        }
        return tally.join();
    }
}
