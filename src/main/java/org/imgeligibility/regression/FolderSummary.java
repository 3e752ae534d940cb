package org.imgeligibility.regression;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the cases of one folder came out.
 *
 * @param differ how many cases have a difference
 */
public record FolderSummary(String folder, int cases, int differ) {

    static Stream<FolderSummary> of(Regression.Result result) {
        Map<String, List<Regression.CaseRun>> byFolder = result.runs().stream().collect(Collectors.groupingBy(run -> run.fixture().folder(), TreeMap::new, Collectors.toList()));
        return byFolder.entrySet().stream().map(entry -> new FolderSummary(entry.getKey(), entry.getValue().size(),
                (int) entry.getValue().stream().filter(run -> !run.differences().isEmpty()).count()));
    }
}
