package org.imgeligibility.web;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets as much work be done at a time as there are processors; lets some wait in turn, and sends the rest away. */
@Component
class Gate {

    private final Limits limits;
    private final Semaphore permits;
    private final AtomicInteger inside = new AtomicInteger();

    Gate(Limits limits) {
        this.limits = limits;
        this.permits = new Semaphore(limits.atOnce(), true);
    }

    /**
     * Does a piece of work in its turn. Reading a request and writing an answer are no part of it, so that a slow client
     * holds up nobody.
     *
     * @throws Busy when too many wait already, or the turn does not come in time
     */
    <T> T pass(Supplier<T> work) {
        try {
            if (inside.incrementAndGet() > limits.atOnce() + limits.room() || !permits.tryAcquire(limits.waiting().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
            try {
                return work.get();
            } finally {
                permits.release();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new Busy();
        } finally {
            inside.decrementAndGet();
        }
    }

    /** How many wait for their turn. */
    int waiting() {
        return permits.getQueueLength();
    }

    /** More is asked than can be answered. */
    static final class Busy extends RuntimeException {

        static final String RETRY_SECONDS = "2";

        Busy() {
            super("Too much is asked at once. Ask again in " + RETRY_SECONDS + " seconds.", null, false, false);
        }
    }
}
