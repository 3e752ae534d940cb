package org.imgeligibility.web;

import java.time.Duration;

/**
 * How much is done at a time, and how long anyone is waited for.
 *
 * @param atOnce  how many applicants are evaluated at the same time
 * @param room    how many more requests may wait for that
 * @param waiting how long a request waits at most before it is sent away
 * @param silence how long a client may say nothing, or take nothing
 * @param body    how long a client may take to send all of a body
 */
public record Limits(int atOnce, int room, Duration waiting, Duration silence, Duration body) {

    private static final int ROOM = 256;

    public static Limits ofThisMachine() {
        return new Limits(Runtime.getRuntime().availableProcessors(), ROOM, Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofSeconds(20));
    }
}
