package org.imgeligibility.bench;

import org.openjdk.jmh.results.RunResult;

/**
 * What one operation took in one round, in microseconds.
 *
 * @param wall on the clock
 * @param cpu  of a processor, in all threads
 */
record Figure(double wall, double cpu) {

    /** Each of several threads counts what the whole process used. */
    static Figure of(RunResult result) {
        return new Figure(result.getPrimaryResult().getScore(), sum(result, "cpuNanos") / sum(result, "applicants") / result.getParams().getThreads() / 1000);
    }

    private static double sum(RunResult result, String counter) {
        return result.getSecondaryResults().get(counter).getStatistics().getSum();
    }
}
