package org.imgeligibility.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCacheTest {

    private static final String PROPERTY = "img-eligibility.cache";
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    private final TinyRules rules = new TinyRules().when("Person(age > 17)");
    private final String told = System.getProperty(PROPERTY);

    @TempDir
    private Path folder;
    private Path cache;

    @BeforeEach
    void useACacheOfItsOwn() {
        cache = folder.resolve("kept/here");
        System.setProperty(PROPERTY, cache.toString());
    }

    @AfterEach
    void useTheFormerCache() {
        if (told == null) {
            System.clearProperty(PROPERTY);
        } else {
            System.setProperty(PROPERTY, told);
        }
    }

    @Test
    void aSecondLoadReadsTheArchiveThatTheFirstOneKept() throws IOException {
        RuleBase.of(rules.writeTo(folder.resolve("rules")));
        Files.setLastModifiedTime(archive(), LONG_AGO);
        RuleBase again = RuleBase.of(folder.resolve("rules"));
        assertThat(Files.getLastModifiedTime(archive())).isEqualTo(LONG_AGO);
        assertThat(again.policy().rules()).isEqualTo(rules.policy().rules());
    }

    @Test
    void theArchiveIsNamedByTheDigestAndReadableByTheUserAlone() throws IOException {
        RuleCache.ofUser().compiled(rules.policy());
        assertThat(archive().getFileName().toString()).startsWith(rules.files().digest().substring("sha256:".length()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive()))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache))).isEqualTo("rwx------");
    }

    @Test
    void aCorruptArchiveIsReplaced() throws IOException {
        List<String> models = RuleCache.ofUser().compiled(rules.policy()).models();
        for (String corrupt : List.of("", "not an archive", "PK\u0003\u0004")) {
            Files.writeString(archive(), corrupt);
            assertThat(RuleCache.ofUser().compiled(rules.policy()).models()).isEqualTo(models);
            assertThat(CompiledRules.from(Files.readAllBytes(archive())).models()).isEqualTo(models);
        }
    }

    @Test
    void anArchiveCutInTheMiddleIsReplaced() throws IOException {
        RuleCache.ofUser().compiled(rules.policy());
        byte[] whole = Files.readAllBytes(archive());
        Files.write(archive(), Arrays.copyOf(whole, whole.length / 3));
        RuleBase.of(rules.files());
        assertThat(Files.size(archive())).isGreaterThan(whole.length / 2);
    }

    @Test
    void anotherContentIsKeptBesideIt() throws IOException {
        RuleCache.ofUser().compiled(rules.policy());
        RuleCache.ofUser().compiled(rules.when("Person(age > 18)").policy());
        try (Stream<Path> kept = Files.list(cache)) {
            assertThat(kept).hasSize(2);
        }
    }

    @Test
    void aCacheThatCannotBeWrittenCostsNothingButTime() throws IOException {
        Files.writeString(folder.resolve("kept"), "a file where the folder should be");
        assertThat(RuleBase.of(rules.files()).policy().rules()).hasSize(1);
        assertThat(folder.resolve("kept")).hasContent("a file where the folder should be");
    }

    private Path archive() throws IOException {
        try (Stream<Path> kept = Files.list(cache)) {
            return kept.findFirst().orElseThrow();
        }
    }
}
