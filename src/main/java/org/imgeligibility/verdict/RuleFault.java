package org.imgeligibility.verdict;

/** The rules contradict themselves in a way that only an evaluation shows; the message is for the policy editor. */
public final class RuleFault extends RuntimeException {

    RuleFault(String message) {
        super(message, null, false, false);
    }
}
