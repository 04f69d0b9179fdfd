package io.retort.sample.client;

import java.util.Locale;

/** Species that the clinic treats. */
public enum Species {
    DOG,
    CAT,
    RABBIT,
    GUINEA_PIG,
    BIRD,
    REPTILE;

    /** Returns the name in lower case, for display. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
