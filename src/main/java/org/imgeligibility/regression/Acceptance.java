package org.imgeligibility.regression;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.rulebase.Policy;

/**
 * Fixture files as they would have to be for the differences of a run to be expected. Only the expected values that
 * differ are written anew; comments, order and layout stay.
 *
 * @param changes what would change, case by case
 * @param byHand  the cases that cannot be rewritten, each with the reason
 */
public record Acceptance(List<Change> changes, List<String> byHand, List<Draft> drafts) {

    /** The lines of a case before and after. */
    public record Change(String place, List<String> before, List<String> after) {
    }

    /** A file as it was read and as it would be. */
    record Draft(Path path, String before, String after) {
    }

    static Acceptance of(FixtureFiles files, Policy policy, List<Difference> differences) {
        Acceptance acceptance = new Acceptance(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        SortedMap<String, Map<Fixture, List<Difference>>> byFile = new TreeMap<>();
        differences.forEach(difference -> byFile.computeIfAbsent(difference.fixture().file(), any -> new LinkedHashMap<>())
                .computeIfAbsent(difference.fixture(), any -> new ArrayList<>()).add(difference));
        byFile.forEach((file, cases) -> acceptance.file(files, policy, file, cases));
        return acceptance;
    }

    private void file(FixtureFiles files, Policy policy, String file, Map<Fixture, List<Difference>> cases) {
        String text = files.contents().get(file);
        Rewriting rewriting = new Rewriting(text);
        cases.forEach((fixture, differences) -> rewriting.accept(fixture, differences).ifPresent(reason -> byHand.add(Told.place(fixture) + ": " + reason)));
        if (rewriting.isEmpty()) {
            return;
        }
        String after = rewriting.text();
        if (rewriting.isSound(new FixtureReader(policy), new FixtureReader(policy), file)) {
            changes.addAll(rewriting.changes());
            drafts.add(new Draft(files.path(file).orElseThrow(() -> new InputException("--accept", "the shipped fixtures cannot be changed. Name the folder of your own.")), text, after));
        } else {
            byHand.add(file + ": what is expected cannot be written into this layout; nothing in the file was changed. Change it by hand.");
        }
    }

    public int files() {
        return drafts.size();
    }

    /** @throws InputException when a file is no longer as it was read; then nothing is written */
    public void write() {
        try {
            for (Draft draft : drafts) {
                if (!Files.readString(draft.path()).equals(draft.before())) {
                    throw new InputException(draft.path().toString(), "was changed meanwhile, so no file was rewritten. Run the command again.");
                }
            }
            for (Draft draft : drafts) {
                Files.writeString(draft.path(), draft.after());
            }
        } catch (IOException failed) {
            throw new InputException(drafts.stream().map(draft -> draft.path().toString()).collect(Collectors.joining(", ")), "cannot be written: " + failed.getMessage());
        }
    }
}
