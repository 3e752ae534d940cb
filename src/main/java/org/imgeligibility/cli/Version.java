package org.imgeligibility.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.imgeligibility.rulebase.RuleFiles;
import picocli.CommandLine.IVersionProvider;

/** The version of the program and the digest of its built-in rules. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"img-eligibility " + number(), "rules " + RuleFiles.builtInDigest()};
    }

    static String number() throws IOException {
        try (InputStream version = Version.class.getResourceAsStream("/version.txt")) {
            return new String(version.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
