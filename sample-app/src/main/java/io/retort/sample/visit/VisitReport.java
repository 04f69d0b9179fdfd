package io.retort.sample.visit;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What the veterinarian writes about a visit; the version is the one that was on the screen. */
record VisitReport(@NotNull @Nullable VisitStatus status, String notes, int version) {

    static VisitReport of(Visit visit) {
        String notes = visit.getNotes();
        return new VisitReport(visit.getStatus(), notes == null ? "" : notes, visit.getVersion());
    }
}
