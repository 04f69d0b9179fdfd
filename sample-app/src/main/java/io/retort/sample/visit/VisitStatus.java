package io.retort.sample.visit;

import java.util.Locale;

/** What became of a visit. */
public enum VisitStatus {
    PLANNED,
    DONE,
    MISSED;

    /** The name as a person writes it, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
