package org.imgeligibility.catalogue;

import java.util.List;

/** A list of alternatives; of a long one the first alone and how many there are. */
record Enumeration(List<String> items) {

    private static final int SHOWN = 8;

    @Override
    public String toString() {
        return items.size() <= SHOWN + 1 ? String.join(", ", items)
                : String.join(", ", items.subList(0, SHOWN)) + " and " + (items.size() - SHOWN) + " more";
    }
}
