package io.retort.sample.client;

import java.util.Locale;

/** The kinds of animals that the clinic treats. */
public enum Species {
    DOG,
    CAT,
    RABBIT,
    GUINEA_PIG,
    BIRD,
    REPTILE;

    /** The name as a person writes it, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
