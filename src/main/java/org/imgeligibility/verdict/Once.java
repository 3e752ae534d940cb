package org.imgeligibility.verdict;

import java.util.function.Supplier;

/** A value that is made when it is first asked for; for one thread. */
final class Once<T> {

    private Supplier<T> making;
    private T made;

    Once(Supplier<T> making) {
        this.making = making;
    }

    /** A value that is there already; it can be used by many threads. */
    static <T> Once<T> of(T made) {
        Once<T> once = new Once<>(null);
        once.made = made;
        return once;
    }

    /** @throws RuleFault when it is needed for its own making */
    T get() {
        if (made == null) {
            if (making == null) {
                throw new RuleFault("What could still be concluded of a requirement hangs on itself: its rules need each other in a circle.");
            }
            Supplier<T> once = making;
            making = null;
            made = once.get();
        }
        return made;
    }
}
