package io.retort.sample.visit;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Form for adding a treatment: a medicine, or a service with its description and price. */
record TreatmentForm(
        @Nullable Long medicineId,
        @Size(max = 120) String description,
        @NotNull @Positive @Nullable Integer quantity,

        @PositiveOrZero @Digits(integer = 6, fraction = 2) @Nullable
        BigDecimal unitPrice) {

    static TreatmentForm empty() {
        return new TreatmentForm(null, "", 1, null);
    }

    @AssertTrue(message = "choose a medicine, or describe a service and name its price")
    public boolean isComplete() {
        return medicineId != null || (!description.isBlank() && unitPrice != null);
    }
}
