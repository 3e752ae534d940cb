package org.imgeligibility.bench;

/**
 * Something that JMH times.
 *
 * @param label  what it is called in what is printed
 * @param method of the benchmark class
 * @param name   of the class's parameter, empty for none
 */
record Timing(String label, Class<?> benchmark, String method, String name, String value, int threads) {

    static Timing peer(String contender, int threads) {
        return new Timing(contender + (threads > 1 ? ", " + threads + " threads" : ""), PeerBench.class, "applicant", "contender", contender, threads);
    }

    static Timing applicant(String method, int threads) {
        return new Timing(method + (threads > 1 ? ", " + threads + " threads" : ""), ApplicantBench.class, method, "", "", threads);
    }

    static Timing growth(Growth point, String method) {
        return new Timing(point.id() + " " + method, GrowthBench.class, method, "point", point.id(), 1);
    }
}
