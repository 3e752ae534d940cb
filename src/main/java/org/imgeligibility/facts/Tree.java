package org.imgeligibility.facts;

import java.util.List;
import java.util.Map;

/** A JSON or YAML document as read, each part with the line it starts on. */
public sealed interface Tree {

    int line();

    /** What it is, in the words of an error message. */
    String kind();

    record Mapping(Map<String, Tree> entries, int line) implements Tree {
        @Override
        public String kind() {
            return "an object";
        }
    }

    record Sequence(List<Tree> items, int line) implements Tree {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A String, Boolean, Integer, BigDecimal (a fraction, or too large for an Integer) or null. */
    record Scalar(Object value, int line) implements Tree {
        @Override
        public String kind() {
            return value instanceof String ? "'" + shortened((String) value) + "'" : String.valueOf(value);
        }

        private static String shortened(String text) {
            String line = text.replaceAll("\\p{Cntrl}", " ");
            return line.length() > 60 ? line.substring(0, 57) + "..." : line;
        }
    }
}
