package org.imgeligibility.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.bench.PeerWork.Need;
import org.imgeligibility.bench.PeerWork.Place;

/**
 * The work as a DMN model: a table for each exam, which collects twice the number of each need, and one more where it is
 * not met; a table of places, which collects their codes with "+" or "-" before them, or the months if put together.
 */
final class DmnText {

    static final String NAMESPACE = "urn:peer-work";
    static final String NAME = "peer-work";
    static final String PLACES = "places";
    private static final String LESS = "&lt; ";
    private static final String AT_LEAST = "&gt;= ";

    private int ids;

    private DmnText() {
    }

    static String of(PeerWork work, boolean together) {
        DmnText text = new DmnText();
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"model\" name=\"" + NAME + "\" namespace=\"" + NAMESPACE + "\">\n"
                + Stream.concat(PeerWork.EXAMS.stream(), Stream.of("years", "months")).map(text::input).collect(Collectors.joining())
                + PeerWork.EXAMS.stream().map(exam -> text.exam(exam, work.needs())).collect(Collectors.joining())
                + text.table(PLACES, "string", List.of("months"), text.places(work.places(), together)) + "</definitions>\n";
    }

    /** The name of the decision on an exam. */
    static String decision(String exam) {
        return "needs-" + exam;
    }

    private String id() {
        return "id=\"i" + ++ids + "\"";
    }

    private String input(String name) {
        return "<inputData id=\"" + name + "\" name=\"" + name + "\"><variable " + id() + " name=\"" + name + "\" typeRef=\"number\"/></inputData>\n";
    }

    private String exam(String exam, List<Need> needs) {
        return table(decision(exam), "number", List.of(exam, "years"), needs.stream().filter(need -> need.exam().equals(exam)).map(need -> row(2 * need.number() + "", AT_LEAST + need.score(), AT_LEAST + need.years())
                + row(2 * need.number() + 1 + "", LESS + need.score(), "-") + row(2 * need.number() + 1 + "", AT_LEAST + need.score(), LESS + need.years())).collect(Collectors.joining()));
    }

    private String places(List<Place> places, boolean together) {
        return together ? places.stream().map(Place::months).distinct().map(months -> place("" + months, months)).collect(Collectors.joining())
                : places.stream().map(place -> place(place.code(), place.months())).collect(Collectors.joining());
    }

    private String place(String name, int months) {
        return row("\"+" + name + "\"", AT_LEAST + months) + row("\"-" + name + "\"", LESS + months);
    }

    private String table(String name, String type, List<String> inputs, String rows) {
        return "<decision id=\"" + name + "\" name=\"" + name + "\"><variable " + id() + " name=\"" + name + "\"/>\n"
                + inputs.stream().map(input -> "<informationRequirement " + id() + "><requiredInput href=\"#" + input + "\"/></informationRequirement>\n").collect(Collectors.joining())
                + "<decisionTable " + id() + " hitPolicy=\"COLLECT\">"
                + inputs.stream().map(input -> "<input " + id() + "><inputExpression " + id() + " typeRef=\"number\"><text>" + input + "</text></inputExpression></input>\n").collect(Collectors.joining())
                + "<output " + id() + " typeRef=\"" + type + "\"/>\n" + rows + "</decisionTable></decision>\n";
    }

    private String row(String output, String... conditions) {
        return "<rule " + id() + ">" + Stream.of(conditions).map(condition -> "<inputEntry " + id() + "><text>" + condition + "</text></inputEntry>").collect(Collectors.joining())
                + "<outputEntry " + id() + "><text>" + output + "</text></outputEntry></rule>\n";
    }
}
