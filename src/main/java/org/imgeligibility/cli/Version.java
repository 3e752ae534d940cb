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
        try (InputStream version = Version.class.getResourceAsStream("/version.txt")) {
            return new String[] {"img-eligibility " + new String(version.readAllBytes(), StandardCharsets.UTF_8).strip(), "rules " + RuleFiles.builtIn().digest()};
        }
    }
}
