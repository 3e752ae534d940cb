package org.imgeligibility.facts;

/** One allowed value of a field: the identifier used in files and the title people read. */
public record Choice(String id, String title) {
}
