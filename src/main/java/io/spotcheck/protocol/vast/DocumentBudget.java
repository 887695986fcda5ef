package io.spotcheck.protocol.vast;

import java.util.concurrent.atomic.AtomicInteger;

/** How many documents several resolutions may ask for together. Safe for use by many threads. */
public final class DocumentBudget {

    private final int most;
    private final AtomicInteger taken = new AtomicInteger();

    /**
     * A budget.
     *
     * @param most how many documents, from 1
     */
    public DocumentBudget(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a budget is for at least 1 document");
        }
        this.most = most;
    }

    /** How many documents it is for. */
    public int most() {
        return most;
    }

    /** Takes one document out of it; false when there is none left. */
    boolean take() {
        return taken.incrementAndGet() <= most;
    }
}
