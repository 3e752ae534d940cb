package org.imgeligibility.facts;

/**
 * A field of a section.
 *
 * @param label what people call it, for forms and sentences
 * @param help  one sentence more, or empty
 * @param unit  what a number counts ("months"), or empty
 * @param absentMeansNone whether leaving it out says "there is none" instead of "not known"
 */
public record Field(String name, FieldType type, String label, String help, String unit, boolean absentMeansNone) {
}
