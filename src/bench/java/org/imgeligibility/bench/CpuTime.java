package org.imgeligibility.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What the process used of the processors during an iteration, threads of engines and the collecting of garbage included:
 * what else a shared machine does falls out of it.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuTime {

    private static final OperatingSystemMXBean PROCESS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    public long cpuNanos;
    public long applicants;

    private long begun;

    @Setup(Level.Iteration)
    public void begin() {
        begun = PROCESS.getProcessCpuTime();
    }

    @TearDown(Level.Iteration)
    public void end() {
        cpuNanos = PROCESS.getProcessCpuTime() - begun;
    }

    void did(int number) {
        applicants += number;
    }

    /** Does some work again and again until the process has used so much of the processors: what a busy machine cannot shorten. */
    static void spend(int seconds, Runnable work) {
        for (long end = PROCESS.getProcessCpuTime() + seconds * 1_000_000_000L; PROCESS.getProcessCpuTime() < end;) {
            work.run();
        }
    }
}
