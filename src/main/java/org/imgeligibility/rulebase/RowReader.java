package org.imgeligibility.rulebase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.imgeligibility.facts.Choice;
import org.imgeligibility.facts.Field;
import org.imgeligibility.facts.FieldType;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.facts.Suggestion;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Type;

/**
 * Reads a table: a CSV file whose columns are the fields of its type. A list's items are parted by |; a date may be
 * a year or a month alone and then means its first day, except in {@code until} of a table that is not dated, where
 * it means its last: there the day still counts, in a dated table it is the first that does not.
 */
final class RowReader {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).setIgnoreEmptyLines(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW).get();

    private final Type type;
    private final String file;
    private final Map<String, Source> sources;
    private final List<Problem> problems;
    private int row;

    private RowReader(Type type, Map<String, Source> sources, List<Problem> problems) {
        this.type = type;
        this.file = type.table().orElseThrow();
        this.sources = sources;
        this.problems = problems;
    }

    /** A file as commas and quotes part it: each record with the line on which it ends, or why it cannot be parted. */
    record Cells(Optional<List<String>> columns, List<CSVRecord> records, List<Integer> lines, Optional<String> fault) {

        static Cells of(String content) {
            Optional<List<String>> columns = Optional.empty();
            List<CSVRecord> records = new ArrayList<>();
            List<Integer> lines = new ArrayList<>();
            try (CSVParser parser = CSVParser.parse(content, FORMAT)) {
                columns = Optional.of(parser.getHeaderNames());
                for (CSVRecord record : parser) {
                    records.add(record);
                    lines.add((int) parser.getCurrentLineNumber());
                }
                return new Cells(columns, records, lines, Optional.empty());
            } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException broken) {
                return new Cells(columns, records, lines, Optional.of(broken.getMessage()));
            }
        }
    }

    /** The keys of a table and their titles, in the order of keys, read before its type is known. */
    static List<Choice> choices(Cells cells, String key) {
        Map<String, Choice> choices = new TreeMap<>();
        for (CSVRecord record : cells.records()) {
            String id = cell(record, key);
            choices.putIfAbsent(id, new Choice(id, record.isMapped("title") && record.isSet("title") ? record.get("title") : id));
        }
        return List.copyOf(choices.values());
    }

    private static String cell(CSVRecord record, String column) {
        return record.isMapped(column) && record.isSet(column) ? record.get(column) : "";
    }

    /** @param cells of its file; null where there is none */
    static Table read(Type type, Cells cells, Map<String, Source> sources, List<Problem> problems) {
        RowReader reader = new RowReader(type, sources, problems);
        List<Table.Row> rows = new ArrayList<>();
        if (cells == null) {
            problems.add(new Problem(reader.file, "is missing; the type " + type.name() + " is declared as this table."));
            return new Table(reader.file, type, rows);
        }
        cells.columns().ifPresent(reader::checkColumns);
        for (int at = 0; at < cells.records().size(); at++) {
            rows.add(reader.row(cells.records().get(at), cells.lines().get(at)));
        }
        cells.fault().ifPresent(fault -> problems.add(new Problem(reader.file, "cannot be read as CSV: " + fault)));
        TableCheck.check(type, rows, problems);
        return new Table(reader.file, type, rows);
    }

    private void checkColumns(List<String> columns) {
        Set<String> fields = new LinkedHashSet<>(type.fields().stream().map(Field::name).toList());
        columns.stream().filter(column -> !fields.contains(column)).forEach(column ->
                problems.add(new Problem(file, "column '" + column + "' is no field of " + type.name() + "." + Suggestion.maybe(column, fields))));
        fields.stream().filter(field -> !columns.contains(field)).forEach(field ->
                problems.add(new Problem(file, "the column '" + field + "' is missing (" + String.join(",", fields) + ").")));
    }

    private Table.Row row(CSVRecord record, int line) {
        row = line - (int) record.toList().stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
        if (record.size() > type.fields().size()) {
            problems.add(new Problem(file + ":" + row, "more cells than columns. Put quotes around a text that holds a comma."));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : type.fields()) {
            String text = cell(record, field.name());
            if (!text.isEmpty()) {
                value(field, text).ifPresent(value -> values.put(field.name(), value));
            } else if (field.name().equals("source") || field.name().equals("confidence") || type.key().filter(field.name()::equals).isPresent()) {
                problem(field.name().equals("source") ? "missing-source" : "", values, field, "'" + field.name() + "' is empty. Every row needs one.");
            }
        }
        String key = type.key().map(List::of).or(() -> Optional.of(type.unique())).filter(names -> !names.isEmpty())
                .map(names -> names.stream().map(name -> String.valueOf(values.get(name))).collect(Collectors.joining(" "))).orElse(String.valueOf(line));
        return new Table.Row(new Instance(type, file + "#" + key, values), row);
    }

    private Optional<Object> value(Field field, String text) {
        if (names(field, "source") && !sources.containsKey(text)) {
            return fault("unknown-source", field, "'" + text + "' is no source of " + SourceReader.FILE + "." + Suggestion.maybe(text, sources.keySet()));
        }
        if (names(field, "confidence") && Confidence.of(text).isEmpty()) {
            return fault(field, "'" + text + "' is not one of high, medium, low.");
        }
        if (field.type() instanceof FieldType.WholeNumber number) {
            return text.matches("-?\\d{1,7}") ? inRange(field, Integer.valueOf(text), number.min(), number.max()) : fault(field, "'" + text + "' is not a whole number" + of(field) + ".");
        } else if (field.type() instanceof FieldType.Decimal number) {
            return text.matches("-?\\d{1,7}(\\.\\d{1,7})?") ? inRange(field, Double.valueOf(text), number.min(), number.max()) : fault(field, "'" + text + "' is not a number" + of(field) + ".");
        } else if (field.type() instanceof FieldType.Day) {
            return day(field, text);
        } else if (field.type() instanceof FieldType.Flag) {
            return text.matches("true|false") ? Optional.of(Boolean.valueOf(text)) : fault(field, "'" + text + "' is not true or false.");
        } else if (field.type() instanceof FieldType.OneOf of) {
            return choice(field, of, text).map(id -> id);
        } else if (field.type() instanceof FieldType.ListOf list) {
            return Optional.of(List.of(text.split("\\|")).stream().flatMap(item -> choice(field, list.of(), item.strip()).stream()).toList());
        }
        return Optional.of(text);
    }

    /** Whether a column holds sources or confidences: by that name, or as attemptsSource. */
    private static boolean names(Field field, String what) {
        return field.name().equals(what) || field.name().endsWith(Character.toUpperCase(what.charAt(0)) + what.substring(1));
    }

    private Optional<Object> inRange(Field field, Number value, Integer min, Integer max) {
        boolean fits = (min == null || value.doubleValue() >= min) && (max == null || value.doubleValue() <= max);
        return fits ? Optional.of(value) : fault(field, "'" + value + "' is out of range.");
    }

    private static String of(Field field) {
        return field.unit().isEmpty() ? "" : " of " + field.unit();
    }

    private Optional<String> choice(Field field, FieldType.OneOf of, String text) {
        if (of.choice(text).isPresent()) {
            return Optional.of(text);
        }
        fault("unknown-choice", field, "'" + text + "' is not a known " + of.name() + "." + Suggestion.maybe(text, of.choices().stream().map(Choice::id).toList()));
        return Optional.empty();
    }

    private Optional<Object> day(Field field, String text) {
        boolean last = field.name().equals("until") && !type.dated();
        try {
            if (text.matches("\\d{4}")) {
                return Optional.of(LocalDate.of(Integer.parseInt(text), last ? 12 : 1, last ? 31 : 1));
            } else if (text.matches("\\d{4}-\\d{2}")) {
                return Optional.of(last ? YearMonth.parse(text).atEndOfMonth() : YearMonth.parse(text).atDay(1));
            }
            return Optional.of(LocalDate.parse(text));
        } catch (java.time.DateTimeException impossible) {
            return fault(field, "'" + text + "' is not a date as 2026-03-01, 2026-03 or 2026.");
        }
    }

    private Optional<Object> fault(Field field, String message) {
        return fault("", field, message);
    }

    private Optional<Object> fault(String check, Field field, String message) {
        problem(check, Map.of(), field, message);
        return Optional.empty();
    }

    /** @param check the lint id of its kind */
    private void problem(String check, Map<String, Object> values, Field field, String message) {
        String key = type.key().map(values::get).map(value -> " (" + value + ")").orElse("");
        problems.add(new Problem(file + ":" + row, "column '" + field.name() + "'" + key + ": " + message, check));
    }
}
