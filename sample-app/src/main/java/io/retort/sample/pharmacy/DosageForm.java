package io.retort.sample.pharmacy;

import java.util.Locale;

/** How a medicine is given. */
public enum DosageForm {
    TABLET,
    DROPS,
    INJECTION,
    OINTMENT;

    /** The name as a person writes it, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
