package org.imgeligibility.rulebase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imgeligibility.facts.Choice;
import org.imgeligibility.facts.Field;
import org.imgeligibility.facts.FieldType;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.facts.Section;
import org.imgeligibility.facts.Suggestion;
import org.imgeligibility.facts.Vocabulary;
import org.imgeligibility.rulebase.language.Declarations;
import org.imgeligibility.rulebase.language.Place;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.rulebase.language.Types;

/** Turns what the rule files declare into types, lists of choices and the vocabulary. */
final class TypeReader {

    private static final Set<String> FIELD_META = Set.of("label", "help", "unit", "min", "max", "choices", "of", "also", "absentMeans", "impliedBy", "alsoOn", "allow");
    private static final Set<String> TYPE_META = Set.of("section", "title", "key", "table", "dated", "day", "unique", "allow");

    private static final Set<String> RESERVED = Set.of("String", "Boolean", "Integer", "Double", "LocalDate", "List");
    private static final int MAX_FIELDS = 100;

    private final List<Problem> problems;
    private final Map<String, FieldType.OneOf> choices = new LinkedHashMap<>();
    private final Map<String, Type> types = new LinkedHashMap<>();
    private final Set<String> enums = new HashSet<>();
    private final List<Section> sections = new ArrayList<>();

    /** @param countries see {@link #countries} */
    TypeReader(List<Choice> countries, List<Problem> problems) {
        this.problems = problems;
        choices.put("Country", new FieldType.OneOf("Country", countries));
    }

    /** All countries by their ISO codes. */
    static List<Choice> countries() {
        return java.util.Arrays.stream(Locale.getISOCountries())
                .map(code -> new Choice(code, new Locale("", code).getDisplayCountry(Locale.ENGLISH))).toList();
    }

    Types types() {
        return new Types(types, choices);
    }

    Vocabulary vocabulary() {
        return new Vocabulary(sections);
    }

    /** @param cells of each table, by file */
    void read(List<Declarations> declarations, Map<String, RowReader.Cells> cells) {
        declarations.stream().flatMap(file -> file.choices().stream()).forEach(this::choices);
        List<Declarations.DeclaredType> declared = declarations.stream().flatMap(file -> file.types().stream()).toList();
        declared.forEach(type -> one(type.metadata(), "table").ifPresent(table -> choices.put(type.name(), new FieldType.OneOf(type.name(),
                Optional.ofNullable(cells.get(table)).map(known -> RowReader.choices(known, one(type.metadata(), "key").orElse(""))).orElse(List.of())))));
        declared.forEach(this::type);
    }

    private void choices(Declarations.DeclaredChoices declared) {
        FieldType.OneOf list = new FieldType.OneOf(declared.name(),
                declared.titles().entrySet().stream().map(entry -> new Choice(entry.getKey(), entry.getValue())).toList());
        if (RESERVED.contains(declared.name()) || choices.putIfAbsent(declared.name(), list) != null) {
            problem("duplicate-name", declared.place(), "'" + declared.name() + "' is a list of choices or a type already. Choose another name.");
        }
        enums.add(declared.name());
    }

    private void type(Declarations.DeclaredType declared) {
        unknownNames(declared.place(), declared.metadata(), TYPE_META);
        if (!declared.name().matches("[A-Z][A-Za-z0-9]*")) {
            problem(declared.place(), "'" + declared.name() + "': a type begins with a capital letter and holds letters and digits only.");
        }
        Optional<String> table = one(declared.metadata(), "table");
        Optional<String> section = one(declared.metadata(), "section");
        boolean day = declared.metadata().containsKey("day");
        if ((table.isPresent() ? 1 : 0) + (section.isPresent() ? 1 : 0) + (day ? 1 : 0) != 1) {
            problem(declared.place(), "'" + declared.name() + "' must say where its facts come from: one of @section(\"...\"), @table(\"...csv\"), @day.");
        }
        List<Field> fields = declared.fields().stream().map(this::field).toList();
        names(declared);
        Optional<String> key = one(declared.metadata(), "key");
        Type.Kind kind = table.isPresent() ? Type.Kind.TABLE : day ? Type.Kind.DAY : Type.Kind.SECTION;
        Type type = new Type(declared.name(), kind, fields, key, table, declared.metadata().getOrDefault("unique", List.of()), declared.metadata().containsKey("dated"));
        key.filter(name -> type.field(name).isEmpty()).ifPresent(name -> problem(declared.place(), "@key: " + declared.name() + " has no field '" + name + "'."));
        type.unique().stream().filter(name -> type.field(name).isEmpty()).forEach(name -> problem(declared.place(), "@unique: " + declared.name() + " has no field '" + name + "'."));
        if (types.putIfAbsent(declared.name(), type) != null || enums.contains(declared.name())) {
            problem("duplicate-name", declared.place(), "'" + declared.name() + "' is declared a second time.");
        }
        if (day && !(fields.size() == 1 && fields.get(0).type() instanceof FieldType.Day)) {
            problem(declared.place(), "the type of the day has one field, a LocalDate.");
        }
        if (type.dated() && table.isEmpty()) {
            problem(declared.place(), "@dated is for tables only.");
        }
        impliedBy(declared, type);
        section.ifPresent(name -> section(declared, name, type));
    }

    private void names(Declarations.DeclaredType declared) {
        if (declared.fields().size() > MAX_FIELDS) {
            problem(declared.place(), "'" + declared.name() + "' has more than " + MAX_FIELDS + " fields. Split it.");
        }
        Set<String> seen = new HashSet<>();
        for (Declarations.DeclaredField field : declared.fields()) {
            if (!seen.add(field.name())) {
                problem("duplicate-name", field.place(), "'" + field.name() + "' is a field of " + declared.name() + " already.");
            } else if (!field.name().matches("[a-z][A-Za-z0-9]*") || Set.of("null", "true", "false", "in", "not", "contains", "within").contains(field.name())) {
                problem(field.place(), "'" + field.name() + "' cannot name a field: small letter first, then letters and digits, and no word of the language.");
            }
        }
    }

    private void section(Declarations.DeclaredType declared, String name, Type type) {
        if (!name.matches("[a-z][A-Za-z0-9]*") || Vocabulary.FREE_TEXT.contains(name) || sections.stream().anyMatch(known -> known.name().equals(name))) {
            problem(declared.place(), "@section: '" + name + "' is in use or no name. Small letter first, then letters and digits.");
            return;
        }
        Optional<Field> key = type.key().flatMap(type::field);
        if (key.filter(field -> !(field.type() instanceof FieldType.OneOf)).isPresent()) {
            problem(declared.place(), "@key: the key of a list must be a choice.");
            return;
        }
        sections.add(new Section(name, type.name(), one(declared.metadata(), "title").orElse(name), type.fields(), key));
    }

    private Field field(Declarations.DeclaredField declared) {
        unknownNames(declared.place(), declared.metadata(), FIELD_META);
        String label = one(declared.metadata(), "label").orElse(declared.name());
        one(declared.metadata(), "absentMeans").filter(means -> !means.equals("none"))
                .ifPresent(means -> problem(declared.place(), "@absentMeans can only be \"none\", not '" + means + "'."));
        boolean none = one(declared.metadata(), "absentMeans").filter("none"::equals).isPresent();
        return new Field(declared.name(), fieldType(declared), label, one(declared.metadata(), "help").orElse(""),
                one(declared.metadata(), "unit").orElse(""), none, implied(declared), declared.metadata().containsKey("alsoOn"));
    }

    private Optional<Field.Implied> implied(Declarations.DeclaredField declared) {
        List<String> given = declared.metadata().getOrDefault("impliedBy", List.of());
        if (given.isEmpty()) {
            return Optional.empty();
        } else if (given.size() != 3 || !given.get(2).matches("\\d{1,7}") || !declared.type().equals("Integer")) {
            problem(declared.place(), "@impliedBy names another field, a choice of it and the whole number that follows, as (\"outcome\", \"NONE\", \"0\").");
            return Optional.empty();
        }
        return Optional.of(new Field.Implied(given.get(0), given.get(1), Integer.valueOf(given.get(2))));
    }

    private void impliedBy(Declarations.DeclaredType declared, Type type) {
        for (Field field : type.fields()) {
            field.implied().filter(implied -> !(type.field(implied.by()).map(Field::type).orElse(null) instanceof FieldType.OneOf of) || of.choice(implied.choice()).isEmpty())
                    .ifPresent(implied -> problem(declared.place(), "@impliedBy: " + declared.name() + " has no field '" + implied.by() + "' with a choice '" + implied.choice() + "'."));
        }
    }

    private FieldType fieldType(Declarations.DeclaredField declared) {
        Map<String, List<String>> meta = declared.metadata();
        Integer min = bound(declared, "min");
        Integer max = bound(declared, "max");
        if (min != null && max != null && min > max) {
            problem(declared.place(), "@min(" + min + ") is above @max(" + max + ").");
        }
        return switch (declared.type()) {
            case "String" -> one(meta, "choices").<FieldType>map(name -> oneOf(declared, name)).orElseGet(FieldType.Text::new);
            case "Boolean" -> new FieldType.Flag();
            case "LocalDate" -> new FieldType.Day();
            case "Integer" -> new FieldType.WholeNumber(min, max);
            case "Double" -> new FieldType.Decimal(min, max);
            case "List" -> new FieldType.ListOf(oneOf(declared, one(meta, "of").orElse("")));
            default -> oneOf(declared, declared.type());
        };
    }

    private Integer bound(Declarations.DeclaredField declared, String name) {
        return one(declared.metadata(), name).filter(text -> {
            if (!text.matches("\\d{1,7}")) {
                problem(declared.place(), "@" + name + ": '" + text + "' is not a whole number.");
            }
            return text.matches("\\d{1,7}");
        }).map(Integer::valueOf).orElse(null);
    }

    private FieldType.OneOf oneOf(Declarations.DeclaredField declared, String name) {
        FieldType.OneOf known = choices.get(name);
        if (known == null) {
            problem(declared.place(), "'" + name + "' is no type and no list of choices." + Suggestion.maybe(name, Stream.concat(RESERVED.stream(), choices.keySet().stream()).toList()));
            return new FieldType.OneOf(name, List.of());
        }
        List<Choice> all = new ArrayList<>(known.choices());
        for (String also : declared.metadata().getOrDefault("also", List.of())) {
            all.add(new Choice(also.replaceFirst("=.*", ""), also.replaceFirst("[^=]*=", "")));
        }
        return new FieldType.OneOf(name, all);
    }

    private void unknownNames(Place place, Map<String, List<String>> metadata, Set<String> known) {
        metadata.keySet().stream().filter(name -> !known.contains(name))
                .forEach(name -> problem(place, "@" + name + " means nothing here." + Suggestion.maybe(name, known)));
    }

    private static Optional<String> one(Map<String, List<String>> metadata, String name) {
        return metadata.getOrDefault(name, List.of()).stream().findFirst();
    }

    private void problem(Place place, String message) {
        problem("", place, message);
    }

    /** @param check the lint id of its kind */
    private void problem(String check, Place place, String message) {
        problems.add(new Problem(place.toString(), message, check));
    }
}
