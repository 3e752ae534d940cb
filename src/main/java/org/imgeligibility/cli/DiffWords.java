package org.imgeligibility.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.imgeligibility.regression.diff.DiffReport;
import org.imgeligibility.regression.diff.Group;
import org.imgeligibility.regression.diff.Period;
import org.imgeligibility.verdict.Wording;

/** What a comparison of rules found, in the words that text and Markdown share. */
record DiffWords(DiffReport report) {

    private static final int MOST_NAMED = 4;

    /** Whether any verdict turns, in a sentence. */
    String headline() {
        String of = " of " + report.subjects().count() + " " + report.subjects().what();
        if (report.groups().isEmpty()) {
            return "No verdict differs for any" + of + ".";
        }
        return report.differing() == 0 ? "Verdicts differ for none" + of + " on their own days, but for some on days of the edit."
                : "Verdicts differ for " + report.differing() + of + ".";
    }

    /** How many lose and gain, and when it shows. */
    String directions() {
        return report.directions().entrySet().stream().map(one -> one.getValue() + " " + (one.getValue() == 1 ? one.getKey().singular() : one.getKey().plural()))
                .collect(Collectors.joining(", "));
    }

    String question(Group group) {
        if (group.isRefusal()) {
            return "the facts themselves";
        }
        List<String> titles = group.of().stream().map(id -> group.question() ? report.labels().title(id) : id).toList();
        String common = common(titles);
        return common + titles.stream().limit(MOST_NAMED).map(title -> title.substring(common.length())).collect(Collectors.joining(", "))
                + (titles.size() > MOST_NAMED ? " and " + (titles.size() - MOST_NAMED) + " more" : "");
    }

    /** What all titles say before a colon, where there are several. */
    private static String common(List<String> titles) {
        String first = titles.get(0).substring(0, titles.get(0).indexOf(": ") + 1) + " ";
        return titles.size() > 1 && first.length() > 1 && titles.stream().allMatch(title -> title.startsWith(first)) ? first : "";
    }

    static String turn(Group group) {
        return told(group.before()) + " → " + told(group.after());
    }

    /** Outcomes are told by small words, values of classifications as they are. */
    private static String told(String outcome) {
        return switch (outcome) {
            case "ELIGIBLE", "INELIGIBLE", "NOT_YET", "NOT_APPLICABLE", "ACCEPTED", "REFUSED" -> outcome.toLowerCase(java.util.Locale.ROOT).replace('_', ' ').replace("ineligible", "not eligible");
            case "UNDETERMINED" -> "not decided";
            default -> outcome;
        };
    }

    String count(Group group) {
        return group.count() + (group.further() == 0 ? "" : " (+" + group.further() + " on days of the edit)");
    }

    String witness(Group group) {
        List<String> facts = report.labels().told(group.witness().applicant().facts());
        return facts.isEmpty() ? "anybody, with no facts known" : String.join("; ", facts);
    }

    /** A long one by how many facts it takes. */
    String shortWitness(Group group) {
        int facts = group.witness().applicant().facts().values().size();
        return facts > MOST_NAMED ? "one of whom " + facts + " facts are known (below)" : witness(group);
    }

    static String when(Group group) {
        return "on " + Wording.day(group.witness().applicant().asOf()) + ", reading " + group.witness().applicant().reading();
    }

    List<String> periods() {
        return report.periods().stream().map(DiffWords::period).toList();
    }

    private static String period(Period period) {
        String days = period.first().equals(period.last()) && period.first().isPresent() ? "on " + Wording.day(period.first().get())
                : period.first().isEmpty() && period.last().isEmpty() ? "on all days"
                : period.last().isEmpty() ? "from " + Wording.day(period.first().orElseThrow()) + " on"
                : period.first().map(first -> "from " + Wording.day(first) + " to ").orElse("until ") + Wording.day(period.last().get());
        return period.whole() ? days : days + ", on days that move with the applicant's own dates";
    }

    /** What was not compared, or not with all that was said. */
    List<String> remarks() {
        List<String> remarks = new java.util.ArrayList<>();
        if (report.otherwise() > 0) {
            remarks.add("For " + report.otherwise() + " more the edited rules conclude something else, and no outcome differs.");
        }
        if (!report.unknown().isEmpty()) {
            remarks.add("Only one side knows these facts; the other was asked without them: " + String.join(", ", report.unknown()) + ".");
        }
        report.subjects().problems().forEach(problem -> remarks.add("Not compared: " + problem));
        return remarks;
    }
}
