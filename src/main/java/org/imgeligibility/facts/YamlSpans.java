package org.imgeligibility.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Where each value of a sound YAML text stands, so that one can be written anew and all else left as it is. */
public final class YamlSpans {

    /** The part of the text a value takes, from its first character to behind its last, quotes and brackets included. */
    public record Span(int start, int end) {

        public String in(String text) {
            return text.substring(start, end);
        }
    }

    private final String text;
    private final int before;
    private final Iterator<Event> events;
    private final Map<List<String>, Span> spans = new HashMap<>();
    private Optional<Mark> closing = Optional.empty();

    private YamlSpans(String text) {
        this.before = text.startsWith("\uFEFF") ? 1 : 0;
        this.text = text.substring(before);
        this.events = new Parse(LoadSettings.builder().setCodePointLimit(10_000_000).build()).parseString(this.text).iterator();
    }

    /** The spans of a text that {@link TreeReader} reads without a problem, by the keys and positions that lead to each. */
    public static Map<List<String>, Span> of(String text) {
        YamlSpans reader = new YamlSpans(text);
        for (Event event = reader.events.next(); event.getEventId() != Event.ID.DocumentStart; event = reader.events.next()) {
            continue;
        }
        reader.node(reader.events.next(), List.of());
        return reader.spans;
    }

    /** @return where the node ends */
    private int node(Event first, List<String> path) {
        int start = at(first.getStartMark());
        int end = first instanceof CollectionStartEvent collection ? collection(collection, path) : at(first.getEndMark());
        spans.put(path, new Span(start + before, end + before));
        return end;
    }

    /** What is written without brackets ends with its last part, before any comment. */
    private int collection(CollectionStartEvent first, List<String> path) {
        boolean mapping = first.getEventId() == Event.ID.MappingStart;
        int end = at(first.getEndMark());
        int position = 0;
        for (Event event = events.next(); !ends(event); event = events.next()) {
            String key = String.valueOf(position++);
            if (mapping) {
                key = event instanceof ScalarEvent scalar ? scalar.getValue() : key;
                event = events.next();
            }
            List<String> inner = new ArrayList<>(path);
            inner.add(key);
            end = node(event, List.copyOf(inner));
        }
        return first.isFlow() ? at(closing) : end;
    }

    private boolean ends(Event event) {
        closing = event.getEndMark();
        return event.getEventId() == Event.ID.MappingEnd || event.getEventId() == Event.ID.SequenceEnd;
    }

    /** Marks count code points, texts are cut by characters. */
    private int at(Optional<Mark> mark) {
        return text.offsetByCodePoints(0, mark.orElseThrow().getIndex());
    }
}
