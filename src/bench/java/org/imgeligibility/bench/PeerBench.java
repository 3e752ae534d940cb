package org.imgeligibility.bench;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.imgeligibility.bench.PeerWork.Applicant;
import org.imgeligibility.bench.PeerWork.Finding;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The same work by several engines; begins by seeing that they find the same. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PeerBench {

    /** The names of {@link Contender}s, the measure of the others first. */
    @Param({"hand-written", "ours-matches", "evrete-best", "dmn-best", "evrete-joins", "dmn-rows", "ours-outcomes", "ours-document"})
    private String contender;

    /** Seconds of processor time before anything is timed. */
    @Param("6")
    private int warming;

    private Contender engine;
    private List<Applicant> applicants;

    @Setup
    public void compare() {
        PeerWork work = PeerWork.standard();
        engine = Contender.of(contender, work);
        applicants = work.applicants();
        for (Applicant applicant : applicants) {
            List<Finding> expected = HandWritten.findings(work, applicant);
            List<Finding> found = engine.findings(applicant);
            if (expected.size() != PeerWork.FINDINGS || !counted(found).equals(counted(expected))) {
                throw new IllegalStateException(contender + " finds " + found + " of " + applicant + ", not " + expected);
            }
        }
        CpuTime.spend(warming, () -> applicants.forEach(engine::evaluate));
    }

    private static Map<Finding, Long> counted(Collection<Finding> findings) {
        return findings.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Benchmark
    @OperationsPerInvocation(64)
    public void applicant(Blackhole sink, CpuTime cpu) {
        for (Applicant applicant : applicants) {
            sink.consume(engine.evaluate(applicant));
        }
        cpu.did(applicants.size());
    }
}
