package org.imgeligibility.bench;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imgeligibility.rulebase.RuleFiles;

/** The shipped policy with every rule stated several times under other names. */
final class RestatedPolicy {

    private static final Pattern RULE = Pattern.compile("(?ms)^rule \"([^\"]+)\"(.*?)^end$");

    private RestatedPolicy() {
    }

    static RuleFiles files(int times) {
        SortedMap<String, String> files = new TreeMap<>(RuleFiles.of(Path.of("rules")).contents());
        files.replaceAll((name, text) -> name.endsWith(".drl") ? text + restated(text, times) : text);
        return new RuleFiles(files);
    }

    private static String restated(String text, int times) {
        StringBuilder more = new StringBuilder("\n");
        for (Matcher rule = RULE.matcher(text); rule.find();) {
            for (int time = 2; time <= times; time++) {
                more.append("rule \"").append(rule.group(1)).append(", statement ").append(time).append('"').append(rule.group(2)).append("end\n\n");
            }
        }
        return more.toString();
    }
}
