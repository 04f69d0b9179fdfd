package io.retort.sample.visit;

import java.util.Locale;

/** Status of a visit. */
public enum VisitStatus {
    PLANNED,
    DONE,
    MISSED;

    /** Returns the name in lower case, for display. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
