package org.imgeligibility.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What the process used of the processors meanwhile, threads of engines and the collecting of garbage included: what else
 * a shared machine does falls out of it. It is counted in steps of some milliseconds, so that only sums mean anything.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuTime {

    private static final OperatingSystemMXBean PROCESS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    public long cpuNanos;
    public long applicants;

    private long begun;

    public void begin() {
        begun = PROCESS.getProcessCpuTime();
    }

    public void end(int number) {
        cpuNanos += PROCESS.getProcessCpuTime() - begun;
        applicants += number;
    }
}
