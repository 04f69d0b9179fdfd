package io.retort.sample.visit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Form for planning a visit. */
record VisitPlan(
        @NotNull @Nullable Long patientId,
        @NotNull @Nullable Long veterinarianId,
        @NotNull @Nullable LocalDateTime startsAt,
        @NotBlank @Size(max = 200) String reason) {

    boolean namesSlot() {
        return veterinarianId != null && startsAt != null;
    }
}
