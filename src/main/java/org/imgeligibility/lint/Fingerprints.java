package org.imgeligibility.lint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Names findings by what they are about, so that they stay the same when lines move. */
final class Fingerprints {

    private static final int BYTES = 12;

    private final Map<String, Integer> given = new HashMap<>();

    /** The same for the same finding; alike findings of one report are counted. */
    String of(Finding finding) {
        String about = finding.subjects().isEmpty() ? withoutPlaces(finding.message()) : finding.subjects().toString();
        String hash = hash(String.join("\n", finding.check().id(), finding.place().file(), about));
        return hash + ":" + given.merge(hash, 1, Integer::sum);
    }

    private static String withoutPlaces(String message) {
        return message.replaceAll(":\\d+(:\\d+)?", "").replaceAll("\\b([Ll]ine) \\d+", "$1");
    }

    static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
