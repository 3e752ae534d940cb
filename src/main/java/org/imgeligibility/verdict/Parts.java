package org.imgeligibility.verdict;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/**
 * Parts of documents as they stand there, kept because the same ones stand in nearly every answer: rules, sources and
 * the names of requirements, nothing of any applicant.
 */
final class Parts {

    /** Many times what one policy has. */
    private static final int MOST = 50_000;
    private static final int MOST_EDITIONS = 4;
    private static final Map<String, Parts> EDITIONS = new ConcurrentHashMap<>();

    private final Map<Object, Properties> known = new ConcurrentHashMap<>();

    /** Those of the rules of a digest: equal ones of an edition before would be compared letter by letter each time. */
    static Parts of(String digest) {
        if (EDITIONS.size() >= MOST_EDITIONS && !EDITIONS.containsKey(digest)) {
            EDITIONS.clear();
        }
        return EDITIONS.computeIfAbsent(digest, any -> new Parts());
    }

    /** Properties of an object that follow each other: the name of the first, and all that comes after it. */
    record Properties(SerializableString name, SerializableString rest) {

        /** @param object with these properties alone, on one line */
        static Properties of(String object) {
            int name = object.indexOf("\":");
            return new Properties(new SerializedString(object.substring(2, name)), new SerializedString(object.substring(name + 2, object.length() - 1)));
        }
    }

    /** @param part what they hang on, all of it */
    Properties of(Object part, Supplier<String> written) {
        Properties text = known.get(part);
        if (text == null) {
            if (known.size() >= MOST) {
                known.clear();
            }
            text = Properties.of(written.get());
            known.put(part, text);
        }
        return text;
    }
}
