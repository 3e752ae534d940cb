package org.imgeligibility.bench;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.imgeligibility.facts.Facts;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One applicant after the other, over work of several sizes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GrowthBench {

    @Param("places-1")
    private String point;

    private Growth.Load load;
    private int next;

    @Setup
    public void load() {
        load = Growth.of(point).load();
    }

    private Object timed(Function<Facts, Object> of, CpuTime cpu) {
        next = (next + 1) % load.applicants().size();
        Object found = of.apply(load.applicants().get(next));
        cpu.did(1);
        return found;
    }

    @Benchmark
    public Object matches(CpuTime cpu) {
        return timed(load::matches, cpu);
    }

    @Benchmark
    public Object document(CpuTime cpu) {
        return timed(load::document, cpu);
    }
}
