package org.imgeligibility.rulebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.imgeligibility.facts.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFilesTest {

    @TempDir
    private Path folder;

    @Test
    void aFolderIsReadByPathsRelativeToIt() throws IOException {
        new TinyRules().with("visa/j1/steps.csv", "id\n").writeTo(folder);
        assertThat(RuleFiles.of(folder).contents()).containsEntry("visa/j1/steps.csv", "id\n").containsKey("facts.drl");
        assertThat(RuleFiles.of(folder).named(".csv")).containsExactly("agencies.csv", "limits.csv", "visa/j1/steps.csv");
    }

    @Test
    void aFolderWrittenAndReadIsTheSamePolicy() throws IOException {
        TinyRules rules = new TinyRules().when("Person(age > 1)");
        Policy read = PolicyLoader.load(RuleFiles.of(rules.writeTo(folder)));
        assertThat(read.digest()).isEqualTo(rules.files().digest()).matches("sha256:[0-9a-f]{64}");
        assertThat(read.rules()).isEqualTo(rules.policy().rules());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", ".hidden.drl", "facts.drl~", "facts.drl.orig", "notes.txt", "Evil.class", "evil.jar", "evil.java"})
    void whatIsNeitherRuleTableNorListIsLeftAlone(String name) throws IOException {
        new TinyRules().writeTo(folder);
        String before = RuleFiles.of(folder).digest();
        Files.writeString(folder.resolve(name), "anything");
        assertThat(RuleFiles.of(folder).digest()).isEqualTo(before);
    }

    @Test
    void theDigestDoesNotDependOnTheOrderOfReading() throws IOException {
        SortedMap<String, String> contents = new TinyRules().files().contents();
        List<String> backwards = new ArrayList<>(contents.keySet());
        Collections.reverse(backwards);
        for (String file : backwards) {
            Files.writeString(folder.resolve(file), contents.get(file));
        }
        assertThat(RuleFiles.of(folder).digest()).isEqualTo(new RuleFiles(contents).digest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"facts.drl", "limits.csv", "agencies.csv", "sources.yaml", "questions.yaml", "requirements.yaml"})
    void theDigestChangesWithTheContentOfAnyFile(String file) {
        String before = new TinyRules().files().digest();
        assertThat(new TinyRules().with(file, new TinyRules().files().contents().get(file) + " ").files().digest()).isNotEqualTo(before);
        assertThat(new TinyRules().without(file).files().digest()).isNotEqualTo(before);
    }

    @Test
    void theDigestChangesWithAPathAndWithWhereAFileEnds() {
        assertThat(digest("a.drl", "x", "b.drl", "y")).isNotEqualTo(digest("a.drl", "y", "b.drl", "x")).isNotEqualTo(digest("a.drl", "x", "c.drl", "y"))
                .isNotEqualTo(digest("a.drl", "xb.drly", "b.drl", "")).isNotEqualTo(digest("a.drl", "", "b.drl", "xy"));
        assertThat(digest("a", "x", "b", "y")).isNotEqualTo(new RuleFiles(new TreeMap<>(Map.of("a", "x\0b\0y"))).digest());
    }

    @Test
    void aMissingFolderIsRefusedByItsName() {
        assertThatThrownBy(() -> RuleFiles.of(folder.resolve("nowhere"))).isInstanceOf(InputException.class)
                .hasMessage(folder.resolve("nowhere") + ": no such folder of rules. Give the folder that holds facts.drl.");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("facts.drl"), TinyRules.FACTS);
        assertThatThrownBy(() -> RuleFiles.of(file)).isInstanceOf(InputException.class).hasMessageContaining("no such folder of rules");
    }

    @Test
    void aFileOfThreeMegabytesIsRefusedByItsName() throws IOException {
        Path large = Files.writeString(folder.resolve("large.drl"), "x".repeat(3_000_000));
        assertThatThrownBy(() -> RuleFiles.of(folder)).isInstanceOf(InputException.class).hasMessage(large + ": is larger than 2 MB. Split it.");
    }

    @Test
    void aThousandFilesAreRefused() throws IOException {
        for (int at = 0; at < 1000; at++) {
            Files.writeString(folder.resolve(at + ".drl"), "");
        }
        assertThatThrownBy(() -> RuleFiles.of(folder)).isInstanceOf(InputException.class).hasMessage(folder + ": holds more than 500 files.");
    }

    @Test
    void aSymbolicLinkToAFolderIsFollowed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), new TinyRules().writeTo(folder.resolve("rules")));
        assertThat(RuleFiles.of(link).contents()).isEqualTo(new TinyRules().files().contents());
    }

    @ParameterizedTest
    @ValueSource(strings = {".trash/old.drl", ".git/a/b/old.csv", "visa/.old/old.yaml"})
    void hiddenFoldersAreLeftAlone(String file) throws IOException {
        new TinyRules().with(file, "rubbish").writeTo(folder);
        assertThat(RuleFiles.of(folder).contents()).isEqualTo(new TinyRules().files().contents());
    }

    @Test
    void aFolderBelowAHiddenOneIsRead() throws IOException {
        assertThat(RuleFiles.of(new TinyRules().writeTo(folder.resolve(".config/rules"))).contents()).isEqualTo(new TinyRules().files().contents());
    }

    @Test
    void aFileDeepInTheFolderIsRead() throws IOException {
        new TinyRules().with("1/2/3/4/5/6/7/8/deep.drl", "rubbish").writeTo(folder);
        assertThat(RuleFiles.of(folder).contents()).containsEntry("1/2/3/4/5/6/7/8/deep.drl", "rubbish");
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedByTheNameOfTheirFile() throws IOException {
        Path latin = Files.write(new TinyRules().writeTo(folder).resolve("latin.drl"), new byte[] {'/', '/', (byte) 0xE9});
        assertThatThrownBy(() -> RuleFiles.of(folder)).isInstanceOf(InputException.class).hasMessage(latin.toRealPath() + ": is not UTF-8 text. Save it as UTF-8.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"facts.drl", "limits.csv", "agencies.csv", "sources.yaml", "questions.yaml", "requirements.yaml"})
    void aByteOrderMarkIsNoPartOfAFile(String file) throws IOException {
        RuleFiles plain = new TinyRules().files();
        RuleFiles marked = new TinyRules().with(file, "\uFEFF" + plain.contents().get(file)).files();
        assertThat(marked).isEqualTo(plain);
        assertThat(PolicyLoader.load(marked).digest()).isEqualTo(plain.digest());
        Files.writeString(new TinyRules().writeTo(folder).resolve(file), "\uFEFF" + plain.contents().get(file));
        assertThat(RuleFiles.of(folder)).isEqualTo(plain);
    }

    @Test
    void theBuiltInRulesAreThoseOfTheProject() {
        RuleFiles project = RuleFiles.of(Path.of("rules"));
        assertThat(RuleFiles.builtIn().digest()).isEqualTo(project.digest());
        assertThat(RuleFiles.builtIn().contents().keySet()).isEqualTo(project.contents().keySet());
    }

    private static String digest(String name, String content, String other, String otherContent) {
        return new RuleFiles(new TreeMap<>(Map.of(name, content, other, otherContent))).digest();
    }
}
