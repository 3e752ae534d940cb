package org.imgeligibility.rulebase.language;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The outlook of grounds on one day. Where nothing is known of what a ground asks for, it is the same for every
 * applicant, and found once. Safe for use by many threads; it holds nothing of any applicant.
 */
public final class Untouched {

    private final Slots slots;
    private final Map<Ground, Outlook> outlooks = new ConcurrentHashMap<>();

    public Untouched(Slots slots) {
        this.slots = slots;
    }

    /** @param filled the slots of an evaluation on that day */
    Outlook outlook(Ground ground, List<Instance> filled) {
        if (!ground.isUntouched(filled, slots.empty())) {
            return ground.outlook(filled);
        }
        Outlook known = outlooks.get(ground);
        return known != null ? known : outlooks.computeIfAbsent(ground, any -> any.outlook(filled));
    }
}
