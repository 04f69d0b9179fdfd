package io.retort.sample.pharmacy;

import java.util.Locale;

/** Dosage form of a medicine. */
public enum DosageForm {
    TABLET,
    DROPS,
    INJECTION,
    OINTMENT;

    /** Returns the name in lower case, for display. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
