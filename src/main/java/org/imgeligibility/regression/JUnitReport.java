package org.imgeligibility.regression;

import java.io.StringWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.imgeligibility.facts.Problem;

/** A run as JUnit XML: a suite for each fixture file, and one for what is malformed. */
public final class JUnitReport {

    private static final String ROOT = "regress";

    private final Regression.Result result;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private JUnitReport(Regression.Result result) throws XMLStreamException {
        this.result = result;
        this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    }

    public static String of(Regression.Result result) {
        try {
            JUnitReport report = new JUnitReport(result);
            report.write();
            return report.text.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void write() throws XMLStreamException {
        Map<String, List<Regression.CaseRun>> files = result.runs().stream().collect(Collectors.groupingBy(run -> run.fixture().file(), LinkedHashMap::new, Collectors.toList()));
        xml.writeStartDocument("UTF-8", "1.0");
        start("\n", "testsuites", ROOT);
        counts(result.runs(), result.problems().size());
        for (Map.Entry<String, List<Regression.CaseRun>> file : files.entrySet()) {
            suite(file.getKey(), file.getValue());
        }
        if (!result.problems().isEmpty()) {
            malformed(result.problems());
        }
        end("\n");
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private void suite(String file, List<Regression.CaseRun> runs) throws XMLStreamException {
        start("\n  ", "testsuite", file);
        counts(runs, 0);
        for (Regression.CaseRun run : runs) {
            start("\n    ", "testcase", run.fixture().id() + ": " + run.fixture().says());
            attribute("classname", file.replaceFirst("\\.ya?ml$", "").replace('/', '.'));
            attribute("file", file);
            attribute("line", String.valueOf(run.fixture().line()));
            attribute("time", seconds(run.time()));
            if (!run.differences().isEmpty()) {
                fault("failure", run.differences().stream().map(Told::inShort).collect(Collectors.joining("; ")), "difference",
                        run.differences().stream().flatMap(difference -> Told.of(difference).stream()).distinct().collect(Collectors.joining("\n")));
            }
            end(run.differences().isEmpty() ? "" : "\n    ");
        }
        end("\n  ");
    }

    private void malformed(List<Problem> problems) throws XMLStreamException {
        start("\n  ", "testsuite", "malformed fixtures");
        counts(List.of(), problems.size());
        for (Problem problem : problems) {
            start("\n    ", "testcase", problem.path().isEmpty() ? "fixtures" : problem.path());
            attribute("classname", "malformed");
            fault("error", problem.message(), "malformed", problem.toString());
            end("\n    ");
        }
        end("\n  ");
    }

    private void counts(List<Regression.CaseRun> runs, int errors) throws XMLStreamException {
        attribute("tests", String.valueOf(runs.size() + errors));
        attribute("failures", String.valueOf(runs.stream().filter(run -> !run.differences().isEmpty()).count()));
        attribute("errors", String.valueOf(errors));
        attribute("skipped", "0");
        attribute("time", seconds(runs.stream().map(Regression.CaseRun::time).reduce(Duration.ZERO, Duration::plus)));
    }

    private void fault(String element, String message, String type, String details) throws XMLStreamException {
        xml.writeCharacters("\n      ");
        xml.writeStartElement(element);
        attribute("message", message);
        attribute("type", type);
        xml.writeCharacters(sound(details));
        xml.writeEndElement();
    }

    private void start(String indent, String element, String name) throws XMLStreamException {
        xml.writeCharacters(indent);
        xml.writeStartElement(element);
        attribute("name", name);
    }

    private void end(String indent) throws XMLStreamException {
        xml.writeCharacters(indent);
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, sound(value));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
    }

    /** XML knows no control characters but tab and line ends. */
    private static String sound(String value) {
        return value.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", " ");
    }
}
