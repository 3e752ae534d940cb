package org.imgeligibility.facts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML 1.2 event by event; only plain scalars are taken for numbers, booleans or null. */
final class YamlTreeReader {

    private static final LoadSettings SETTINGS = LoadSettings.builder().setCodePointLimit(10_000_000).setParseComments(false).build();

    private final String text;
    private final List<Problem> problems = new ArrayList<>();
    private Iterator<Event> events;
    private Event event;

    YamlTreeReader(String text) {
        this.text = text;
    }

    TreeReader.Document document() {
        try {
            events = new Parse(SETTINGS).parseString(text).iterator();
            skipTo(Event.ID.DocumentStart);
            next();
            Tree root = node("", 0);
            next();
            next();
            if (event.getEventId() != Event.ID.StreamEnd) {
                throw TreeReader.severalDocuments(line());
            }
            return new TreeReader.Document(root, problems);
        } catch (MarkedYamlEngineException malformed) {
            throw new InputException("", malformed.getProblemMark().map(YamlTreeReader::where).orElse("") + reason(malformed.getProblem()));
        } catch (YamlEngineException malformed) {
            throw new InputException("", reason(malformed.getMessage()));
        }
    }

    private static String where(Mark mark) {
        return "Line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": ";
    }

    private static String reason(String problem) {
        String first = problem == null ? "not well-formed" : problem.lines().findFirst().orElse("").strip();
        return Character.toUpperCase(first.charAt(0)) + first.substring(1) + ". Check brackets, quotes, commas and indentation.";
    }

    private void skipTo(Event.ID wanted) {
        do {
            if (!events.hasNext()) {
                throw TreeReader.nothing();
            }
            next();
        } while (event.getEventId() != wanted);
    }

    private void next() {
        event = events.next();
    }

    private int line() {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    /** The node that begins with the current event; afterwards the current event is its last. */
    private Tree node(String path, int depth) {
        int line = line();
        if (depth > TreeReader.MAX_DEPTH) {
            throw TreeReader.tooDeep(line);
        }
        refuseTricks(path);
        if (event instanceof MappingStartEvent) {
            return mapping(path, depth, line);
        } else if (event instanceof SequenceStartEvent) {
            return sequence(path, depth, line);
        } else if (event instanceof ScalarEvent scalar) {
            return new Tree.Scalar(scalar.isPlain() ? plain(scalar.getValue()) : scalar.getValue(), line);
        }
        return new Tree.Scalar(null, line);
    }

    private Tree mapping(String path, int depth, int line) {
        Map<String, Tree> entries = new LinkedHashMap<>();
        for (next(); event.getEventId() != Event.ID.MappingEnd; next()) {
            int keyLine = line();
            String name = node(path, depth + 1) instanceof Tree.Scalar key && key.value() != null ? key.value().toString() : "";
            next();
            Tree entry = node(path + "/" + name, depth + 1);
            if (name.isEmpty()) {
                problems.add(new Problem(Problem.readable(path), "line " + keyLine + ": a key must be a name."));
            } else if (entries.putIfAbsent(name, entry) != null) {
                problems.add(TreeReader.twice(path + "/" + name, keyLine));
            }
        }
        return new Tree.Mapping(entries, line);
    }

    private Tree sequence(String path, int depth, int line) {
        List<Tree> items = new ArrayList<>();
        for (next(); event.getEventId() != Event.ID.SequenceEnd; next()) {
            items.add(node(path + "/" + items.size(), depth + 1));
        }
        return new Tree.Sequence(items, line);
    }

    private void refuseTricks(String path) {
        if (event instanceof AliasEvent || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            problems.add(new Problem(Problem.readable(path), "a YAML anchor or alias is not accepted. Write the value out."));
        }
        boolean tagged = event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                || event instanceof MappingStartEvent map && map.getTag().isPresent() || event instanceof SequenceStartEvent list && list.getTag().isPresent();
        if (tagged) {
            problems.add(new Problem(Problem.readable(path), "a YAML tag is not accepted. Write the plain value."));
        }
    }

    private static Object plain(String text) {
        if (text.matches("|~|null|Null|NULL")) {
            return null;
        } else if (text.matches("true|True|TRUE|false|False|FALSE")) {
            return text.charAt(0) == 't' || text.charAt(0) == 'T';
        } else if (text.matches("[-+]?\\d{1,9}")) {
            return Integer.valueOf(text);
        } else if (text.length() < 100 && text.matches("[-+]?(\\.\\d+|\\d+(\\.\\d*)?)([eE][-+]?\\d{1,4})?")) {
            return new BigDecimal(text);
        }
        return text;
    }
}
