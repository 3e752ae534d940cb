package org.imgeligibility.verdict;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/**
 * Parts of documents as they stand there, kept because the same ones stand in nearly every answer: rules and sources,
 * nothing of any applicant.
 */
final class Parts {

    /** Many times what one policy has; rules that are edited while they are served leave parts behind. */
    private static final int MOST = 50_000;

    private final Map<Object, SerializableString> known = new ConcurrentHashMap<>();

    SerializableString of(Object part, Supplier<String> written) {
        SerializableString text = known.get(part);
        if (text == null) {
            if (known.size() >= MOST) {
                known.clear();
            }
            text = new SerializedString(written.get());
            known.put(part, text);
        }
        return text;
    }
}
