package org.imgeligibility.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.verdict.DocumentJson;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Whole applicants: the twelve shipped ones, the whole policy, every question, one reading. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ApplicantBench {

    private static final String READING = "current";

    private static final RuleBase RULES = RuleBase.builtIn();

    private final Evaluator evaluator = new Evaluator(RULES);
    private final Applicants applicants = Applicants.of(evaluator);
    private final Request request = new Request(applicants.day(), READING, List.of(), false);
    private final Set<String> questions = evaluator.policy().questions().keySet();

    @Benchmark
    @OperationsPerInvocation(Applicants.NUMBER)
    public void matches(Blackhole sink, CpuTime cpu) {
        for (Facts facts : applicants.facts()) {
            sink.consume(evaluator.rules().matches(evaluator.rules().on(applicants.day()), evaluator.rules().sections(facts)));
        }
        cpu.did(Applicants.NUMBER);
    }

    @Benchmark
    @OperationsPerInvocation(Applicants.NUMBER)
    public void outcomes(Blackhole sink, CpuTime cpu) {
        for (Facts facts : applicants.facts()) {
            sink.consume(evaluator.outcomes(facts, applicants.day(), List.of(READING), questions, List.of()));
        }
        cpu.did(Applicants.NUMBER);
    }

    @Benchmark
    @OperationsPerInvocation(Applicants.NUMBER)
    public void document(Blackhole sink, CpuTime cpu) {
        for (Facts facts : applicants.facts()) {
            sink.consume(evaluator.evaluate(facts, request));
        }
        cpu.did(Applicants.NUMBER);
    }

    @Benchmark
    @OperationsPerInvocation(Applicants.NUMBER)
    public void json(Blackhole sink, CpuTime cpu) {
        for (Facts facts : applicants.facts()) {
            sink.consume(DocumentJson.of(evaluator.evaluate(facts, request), false).getBytes(StandardCharsets.UTF_8));
        }
        cpu.did(Applicants.NUMBER);
    }
}
