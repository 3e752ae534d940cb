package org.imgeligibility.spark;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.imgeligibility.batch.Answers;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.rulebase.RuleFiles;

/**
 * The rules as they travel to the executors: the files of a folder, or the digest alone of the built-in ones, which every
 * executor has in its own jar. Each executor loads them once, for all its tasks.
 */
final class ShippedRules implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Map<String, Evaluator> LOADED = new ConcurrentHashMap<>();

    private final TreeMap<String, String> files;
    private final String digest;

    private ShippedRules(TreeMap<String, String> files, String digest) {
        this.files = files;
        this.digest = digest;
    }

    static ShippedRules builtIn() {
        return new ShippedRules(null, RuleFiles.builtInDigest());
    }

    static ShippedRules of(RuleFiles folder) {
        return new ShippedRules(new TreeMap<>(folder.contents()), folder.digest());
    }

    Evaluator evaluator() {
        return LOADED.computeIfAbsent(digest, any -> new Evaluator(files == null ? own() : RuleBase.of(new RuleFiles(files))));
    }

    private RuleBase own() {
        if (!RuleFiles.builtInDigest().equals(digest)) {
            throw new IllegalStateException("This executor has another version of the program than the driver. Give all the same jar.");
        }
        return RuleBase.builtIn();
    }

    Answers answers(Asked asked) {
        return new Answers(evaluator(), asked.request(), asked.outcomes());
    }
}
