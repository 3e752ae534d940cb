package org.imgeligibility.rulebase.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids of requirements as rules write them: names parted by slashes, with values in braces. */
public final class Ids {

    private static final Pattern VALUE = Pattern.compile("\\{[^}]*}");
    private static final Pattern WRITTEN = Pattern.compile("([A-Za-z0-9_/-]|\\{[^{}]*})+");

    private Ids() {
    }

    public static boolean isWellFormed(String id) {
        return WRITTEN.matcher(id).matches();
    }

    /** What an id with values in it can come to: any name in place of each value, as a group. */
    public static Pattern shape(String id) {
        StringBuilder shape = new StringBuilder();
        Matcher value = VALUE.matcher(id);
        int at = 0;
        while (value.find()) {
            shape.append(Pattern.quote(id.substring(at, value.start()))).append("([^/]+)");
            at = value.end();
        }
        return Pattern.compile(shape.append(Pattern.quote(id.substring(at))).toString());
    }
}
