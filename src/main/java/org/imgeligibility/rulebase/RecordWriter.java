package org.imgeligibility.rulebase;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
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

    enum Mark { NONE, SEEN, TEXT, WHOLE, DECIMAL, YES, NO, DAY, LIST, SET, MAP, EMPTY, SOME, CONSTANT, RECORD }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final Map<Object, Integer> equal = new HashMap<>();
    private final Map<Object, Integer> same = new IdentityHashMap<>();

    byte[] written() {
        return bytes.toByteArray();
    }

    /** A number from 0, in as few bytes as it needs. */
    void number(int number) {
        try {
            for (int rest = number; ; rest >>>= 7) {
                boolean last = rest < 0x80;
                out.writeByte(last ? rest : rest & 0x7F | 0x80);
                if (last) {
                    return;
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    void write(Object value) {
        Map<Object, Integer> seen = value instanceof String || value instanceof Expression || value instanceof Set ? equal : same;
        Integer before = seen.get(value);
        if (before != null) {
            mark(Mark.SEEN);
            number(before);
            return;
        }
        try {
            anew(value);
        } catch (IOException | ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
        if (value instanceof String || value instanceof Record || value instanceof Set) {
            seen.put(value, equal.size() + same.size());
        }
    }

    private void anew(Object value) throws IOException, ReflectiveOperationException {
        if (value == null) {
            mark(Mark.NONE);
        } else if (value instanceof String text) {
            mark(Mark.TEXT);
            out.writeUTF(text);
        } else if (value instanceof Integer number) {
            mark(Mark.WHOLE);
            out.writeInt(number);
        } else if (value instanceof Double number) {
            mark(Mark.DECIMAL);
            out.writeDouble(number);
        } else if (value instanceof Boolean flag) {
            mark(flag ? Mark.YES : Mark.NO);
        } else if (value instanceof LocalDate day) {
            mark(Mark.DAY);
            out.writeLong(day.toEpochDay());
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

    private void several(Mark mark, Collection<?> items) {
        mark(mark);
        number(items.size());
        items.forEach(this::write);
    }

    private void record(Record record) throws ReflectiveOperationException {
        mark(Mark.RECORD);
        write(record.getClass().getName());
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            write(accessor.invoke(record));
        }
    }

    private void mark(Mark mark) {
        number(mark.ordinal());
    }
}
