package org.imgeligibility.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imgeligibility.rulebase.RuleFiles;

/** The shipped policy, and more of the same. */
final class LargerPolicy {

    private static final Pattern RULE = Pattern.compile("(?ms)^rule \"([^\"]+)\"(.*?)^end$");
    /** Tables whose first column is the code of a jurisdiction. */
    private static final List<String> OF_JURISDICTIONS = List.of("licensure/jurisdictions.csv", "licensure/attempts.csv", "licensure/reduced.csv", "licensure/alternatives.csv");

    private LargerPolicy() {
    }

    /** Every rule stated several times under other names. */
    static RuleFiles restated(int times) {
        SortedMap<String, String> files = shipped();
        files.replaceAll((name, text) -> name.endsWith(".drl") ? text + restated(text, times) : text);
        return new RuleFiles(files);
    }

    /** Every jurisdiction several times under other codes, with the same rows in all tables. */
    static RuleFiles withJurisdictions(int times) {
        SortedMap<String, String> files = shipped();
        OF_JURISDICTIONS.forEach(name -> files.compute(name, (any, text) -> repeated(text, times)));
        return new RuleFiles(files);
    }

    private static SortedMap<String, String> shipped() {
        return new TreeMap<>(RuleFiles.of(Path.of("rules")).contents());
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

    private static String repeated(String table, int times) {
        StringBuilder more = new StringBuilder(table);
        List<String> rows = table.lines().skip(1).toList();
        for (int time = 2; time <= times; time++) {
            for (String row : rows) {
                int code = row.indexOf(',');
                more.append(row, 0, code).append(time).append(row, code, row.length()).append('\n');
            }
        }
        return more.toString();
    }
}
