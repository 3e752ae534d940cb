package org.imgeligibility.rulebase;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imgeligibility.rulebase.language.Expression;

/**
 * Writes records, and what they are made of, as {@link RecordReader} reads them. What is one object is written once;
 * of texts, conditions and sets it is enough that they are equal.
 */
final class RecordWriter {

    /** What comes next; numbers after these are those of what was written before. */
    enum Mark { NONE, TEXT, WHOLE, DECIMAL, YES, NO, DAY, LIST, SET, MAP, EMPTY, SOME, CONSTANT, RECORD }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<Object, Integer> equal = new HashMap<>();
    private final Map<Object, Integer> same = new IdentityHashMap<>();

    byte[] written() {
        return out.toByteArray();
    }

    /** A number from 0, in as few bytes as it needs. */
    void number(int number) {
        int rest = number;
        for (; rest >= 0x80; rest >>>= 7) {
            out.write(rest & 0x7F | 0x80);
        }
        out.write(rest);
    }

    void write(Object value) {
        Map<Object, Integer> seen = value instanceof String || value instanceof Expression || value instanceof Set ? equal : same;
        Integer before = seen.get(value);
        if (before != null) {
            number(Mark.values().length + before);
            return;
        }
        anew(value);
        if (value instanceof String || value instanceof Record || value instanceof Set) {
            seen.put(value, equal.size() + same.size());
        }
    }

    private void anew(Object value) {
        if (value == null) {
            mark(Mark.NONE);
        } else if (value instanceof String text) {
            text(Mark.TEXT, text);
        } else if (value instanceof Integer number) {
            text(Mark.WHOLE, number);
        } else if (value instanceof Double number) {
            text(Mark.DECIMAL, number);
        } else if (value instanceof Boolean flag) {
            mark(flag ? Mark.YES : Mark.NO);
        } else if (value instanceof LocalDate day) {
            text(Mark.DAY, day);
        } else if (value instanceof List<?> list) {
            several(Mark.LIST, list);
        } else if (value instanceof Set<?> set) {
            several(Mark.SET, set);
        } else if (value instanceof Map<?, ?> map) {
            mark(Mark.MAP);
            number(map.size());
            map.forEach((key, entry) -> {
                write(key);
                write(entry);
            });
        } else if (value instanceof Optional<?> optional) {
            mark(optional.isPresent() ? Mark.SOME : Mark.EMPTY);
            optional.ifPresent(this::write);
        } else if (value instanceof Enum<?> constant) {
            mark(Mark.CONSTANT);
            write(constant.getDeclaringClass().getName());
            number(constant.ordinal());
        } else {
            record((Record) value);
        }
    }

    private void text(Mark mark, Object value) {
        mark(mark);
        byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
        number(text.length);
        out.writeBytes(text);
    }

    private void several(Mark mark, Collection<?> items) {
        mark(mark);
        number(items.size());
        items.forEach(this::write);
    }

    private void record(Record record) {
        mark(Mark.RECORD);
        write(record.getClass().getName());
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                write(component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private void mark(Mark mark) {
        number(mark.ordinal());
    }
}
