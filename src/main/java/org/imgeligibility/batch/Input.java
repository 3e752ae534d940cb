package org.imgeligibility.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file of applicants looked through once: how many lines there are, and what tells it from another file. */
public record Input(long lines, String digest) {

    public static Input of(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        long feeds = 0;
        byte last = '\n';
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                feeds += feeds(buffer, read);
                last = buffer[read - 1];
            }
        }
        return new Input(last == '\n' ? feeds : feeds + 1, "sha256:" + HexFormat.of().formatHex(digest.digest()));
    }

    private static int feeds(byte[] buffer, int length) {
        int feeds = 0;
        for (int at = 0; at < length; at++) {
            if (buffer[at] == '\n') {
                feeds++;
            }
        }
        return feeds;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
