package org.imgeligibility.rulebase;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what {@link RecordWriter} wrote. It is for what the build wrote alone: it makes any record of ours that is named. */
final class RecordReader {

    private static final String OURS = "org.imgeligibility.";
    private static final RecordWriter.Mark[] MARKS = RecordWriter.Mark.values();

    private final byte[] bytes;
    private int at;
    private final List<Object> seen = new ArrayList<>();
    private final Map<String, Shape> shapes = new HashMap<>();

    RecordReader(byte[] written) {
        this.bytes = written;
    }

    /** A number from 0. */
    int number() {
        int next = bytes[at++];
        int number = next & 0x7F;
        for (int shift = 7; next < 0; shift += 7) {
            next = bytes[at++];
            number |= (next & 0x7F) << shift;
        }
        return number;
    }

    /** The next value, of the type that was written there. */
    @SuppressWarnings("unchecked")
    <T> T read() {
        return (T) value();
    }

    private Object value() {
        int number = number();
        if (number >= MARKS.length) {
            return seen.get(number - MARKS.length);
        }
        return switch (MARKS[number]) {
            case NONE -> null;
            case TEXT -> kept(text());
            case WHOLE -> Integer.valueOf(text());
            case DECIMAL -> Double.valueOf(text());
            case YES -> true;
            case NO -> false;
            case DAY -> LocalDate.parse(text());
            case LIST -> List.of(several(number()));
            case SET -> kept(new Distinct(List.of(several(number()))));
            case MAP -> map();
            case EMPTY -> Optional.empty();
            case SOME -> Optional.of(value());
            case CONSTANT -> constant();
            case RECORD -> kept(record());
        };
    }

    private Object kept(Object value) {
        seen.add(value);
        return value;
    }

    private String text() {
        int length = number();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    private Object[] several(int many) {
        Object[] values = new Object[many];
        for (int one = 0; one < many; one++) {
            values[one] = value();
        }
        return values;
    }

    /** What was a set: its members are not compared again to make it one. */
    private static final class Distinct extends AbstractSet<Object> {

        private final List<Object> members;

        Distinct(List<Object> members) {
            this.members = members;
        }

        @Override
        public Iterator<Object> iterator() {
            return members.iterator();
        }

        @Override
        public int size() {
            return members.size();
        }
    }

    private Map<Object, Object> map() {
        int size = number();
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int one = 0; one < size; one++) {
            map.put(value(), value());
        }
        return map;
    }

    /** How a class is made: the one constructor of a record that takes all its components, or the constants of an enum. */
    private record Shape(Constructor<?> constructor, int components, Object[] constants) {

        static Shape of(String name) {
            if (!name.startsWith(OURS)) {
                throw new IllegalStateException(name + " is no record of ours");
            }
            try {
                Class<?> type = Class.forName(name);
                if (type.isEnum()) {
                    return new Shape(null, 0, type.getEnumConstants());
                }
                RecordComponent[] components = type.getRecordComponents();
                Class<?>[] types = new Class<?>[components.length];
                for (int one = 0; one < types.length; one++) {
                    types[one] = components[one].getType();
                }
                Constructor<?> constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return new Shape(constructor, types.length, null);
            } catch (ReflectiveOperationException other) {
                throw new IllegalStateException(other);
            }
        }
    }

    private Shape shape() {
        String name = read();
        Shape known = shapes.get(name);
        if (known == null) {
            known = Shape.of(name);
            shapes.put(name, known);
        }
        return known;
    }

    private Object constant() {
        Object[] constants = shape().constants();
        return constants[number()];
    }

    private Object record() {
        Shape shape = shape();
        try {
            return shape.constructor().newInstance(several(shape.components()));
        } catch (ReflectiveOperationException other) {
            throw new IllegalStateException(other);
        }
    }
}
