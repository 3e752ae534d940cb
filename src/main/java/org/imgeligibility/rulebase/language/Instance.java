package org.imgeligibility.rulebase.language;

import java.util.Map;
import org.imgeligibility.facts.Field;

/**
 * One fact a pattern can match: a section of the applicant, a table row, or the day.
 *
 * @param prefix the path of its facts ({@code /exams/STEP_1}), for a row its table and key
 * @param values by field name; an absent value is unknown in a section, and none in a table
 */
public record Instance(Type type, String prefix, Map<String, Object> values) {

    public Object value(String field) {
        return values.get(field);
    }

    /** Whether a field without a value could still turn out to have one. */
    public boolean isUnknown(Field field) {
        return type.kind() == Type.Kind.SECTION && !field.absentMeansNone() && values.get(field.name()) == null;
    }
}
