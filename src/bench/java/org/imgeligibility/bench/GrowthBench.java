package org.imgeligibility.bench;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.imgeligibility.evaluation.Request;
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

    private static final String READING = "current";

    @Param("places-1")
    private String point;

    private Growth.Load load;
    private Request request;
    private Set<String> questions;
    private int next;

    @Setup
    public void load() {
        load = Growth.of(point).load();
        request = new Request(load.day(), READING, List.of(), false);
        questions = load.evaluator().policy().questions().keySet();
    }

    private Facts next() {
        next = (next + 1) % load.applicants().size();
        return load.applicants().get(next);
    }

    @Benchmark
    public Object matches() {
        return load.evaluator().rules().matches(load.evaluator().rules().on(load.day()), load.evaluator().rules().sections(next()));
    }

    @Benchmark
    public Object outcomes() {
        return load.evaluator().outcomes(next(), load.day(), List.of(READING), questions, List.of());
    }

    @Benchmark
    public Object document() {
        return load.evaluator().evaluate(next(), request);
    }
}
