package org.imgeligibility.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCacheTest {

    private static final String PROPERTY = "img-eligibility.cache";
    private static final int HASH = 32;
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
    void theArchiveIsNamedByWhatIsCompiledAndReadableByTheUserAlone() throws IOException {
        RuleCache.ofUser().compiled(rules.policy());
        assertThat(archive()).hasFileName(RuleCompiler.fingerprint(rules.policy()) + ".zip");
        assertThat(RuleCompiler.fingerprint(rules.policy())).matches("[0-9a-f]{64}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive()))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache))).isEqualTo("rwx------");
    }

    @Test
    void aCorruptArchiveIsReplaced() throws IOException {
        List<String> models = RuleCache.ofUser().compiled(rules.policy()).models();
        for (String corrupt : List.of("", "not an archive", "PK\u0003\u0004")) {
            Files.writeString(archive(), corrupt);
            assertThat(RuleCache.ofUser().compiled(rules.policy()).models()).isEqualTo(models);
            assertThat(keptModels()).isEqualTo(models);
        }
    }

    @Test
    void anArchiveBeginsWithItsOwnHash() throws IOException {
        CompiledRules compiled = RuleCache.ofUser().compiled(rules.policy());
        byte[] kept = Files.readAllBytes(archive());
        assertThat(Arrays.copyOfRange(kept, HASH, kept.length)).isEqualTo(compiled.toBytes());
        assertThat(Arrays.copyOf(kept, HASH)).isEqualTo(RuleFiles.sha256(compiled.toBytes()));
    }

    @Test
    void anArchiveOfWhichOneByteIsChangedIsReplaced() throws IOException {
        RuleCache.ofUser().compiled(rules.policy());
        byte[] whole = Files.readAllBytes(archive());
        for (int at : List.of(0, HASH, whole.length - 1)) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(archive(), damaged);
            RuleCache.ofUser().compiled(rules.policy());
            assertThat(Files.readAllBytes(archive())).isEqualTo(whole);
        }
    }

    @Test
    void anArchiveWithoutItsClassesIsReplaced() throws IOException {
        CompiledRules whole = RuleCache.ofUser().compiled(rules.policy());
        Files.write(archive(), new CompiledRules(Map.of(), whole.models()).toBytes());
        assertThat(RuleBase.of(rules.files()).policy().rules()).hasSize(1);
        assertThat(RuleCache.ofUser().compiled(rules.policy()).classes().keySet()).isEqualTo(whole.classes().keySet()).isNotEmpty();
    }

    @Test
    void whatIsNotCompiledNeedsNoOtherArchive() throws IOException {
        RuleCache.ofUser().compiled(rules.policy());
        RuleCache.ofUser().compiled(rules.with("rules.drl", rules.files().contents().get("rules.drl").replace("It holds.", "It holds still.")).policy());
        try (Stream<Path> kept = Files.list(cache)) {
            assertThat(kept).hasSize(1);
        }
    }

    @Test
    void noDraftIsLeftBehindWhereTheArchiveCannotBeMoved() throws IOException {
        RuleCache.ofUser().compiled(rules.policy());
        Path archive = archive();
        Files.delete(archive);
        Files.createDirectories(archive.resolve("in the way"));
        RuleCache.ofUser().compiled(rules.policy());
        try (Stream<Path> kept = Files.list(cache)) {
            assertThat(kept).containsExactly(archive);
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

    private List<String> keptModels() throws IOException {
        byte[] kept = Files.readAllBytes(archive());
        return CompiledRules.from(Arrays.copyOfRange(kept, HASH, kept.length)).models();
    }

    private Path archive() throws IOException {
        try (Stream<Path> kept = Files.list(cache)) {
            return kept.filter(file -> file.toString().endsWith(".zip")).findFirst().orElseThrow();
        }
    }
}
