package io.retort.sample.visit;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Form for the outcome of a visit, with the version that was displayed. */
record VisitReport(@NotNull @Nullable VisitStatus status, String notes, int version) {

    static VisitReport of(Visit visit) {
        String notes = visit.getNotes();
        return new VisitReport(visit.getStatus(), notes == null ? "" : notes, visit.getVersion());
    }
}
