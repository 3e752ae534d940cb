package org.imgeligibility.lint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.rulebase.language.Place;

/** What makes a folder unusable, as findings. */
final class Loading {

    private static final Pattern PLACE = Pattern.compile("(.*?)(?::(\\d+))?(?::(\\d+))?");

    private Loading() {
    }

    static Finding finding(Problem problem) {
        Matcher place = PLACE.matcher(problem.path());
        place.matches();
        String file = place.group(1);
        return new Finding(Check.of(problem.check()).orElseGet(() -> byFile(file)), new Place(file, number(place.group(2)), number(place.group(3))), List.of(), problem.message());
    }

    private static int number(String text) {
        return text == null ? 1 : Integer.parseInt(text);
    }

    private static Check byFile(String file) {
        return file.endsWith(".drl") ? Check.LANGUAGE : file.endsWith(".csv") ? Check.TABLE
                : file.endsWith("sources.yaml") ? Check.FAULTY_SOURCE : file.endsWith(".yaml") ? Check.DEFINITION : Check.UNUSABLE;
    }
}
