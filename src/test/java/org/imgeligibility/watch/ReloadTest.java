package org.imgeligibility.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real rules edited again and again while clients ask; {@link ReloadRun} is the same at length. */
class ReloadTest {

    @Test
    void requestsGoOnEachAnswerIsOfOneRuleBaseAndFormerOnesAreLetGo(@TempDir Path folder) throws Exception {
        List<WeakReference<Edition>> former = new ArrayList<>();
        try (Reloading run = new Reloading(folder, 2)) {
            for (int number = 0; number < 10; number++) {
                former.add(new WeakReference<>(run.inForce().edition()));
                long answered = run.answers.sum();
                run.reload(number);
                while (run.answers.sum() < answered + 2) {
                    Thread.sleep(10);
                }
            }
            assertThat(run.wrong).isEmpty();
            for (int turn = 0; turn < 50 && former.stream().anyMatch(one -> one.get() != null); turn++) {
                System.gc();
                Thread.sleep(100);
            }
            assertThat(former).allMatch(one -> one.get() == null);
        }
    }
}
