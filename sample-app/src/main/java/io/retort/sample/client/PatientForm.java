package io.retort.sample.client;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Form for creating and editing a patient. Allergies are separated by commas. */
record PatientForm(
        @NotBlank @Size(max = 60) String name,
        @NotNull @Nullable Species species,
        @PastOrPresent @Nullable LocalDate birthDate,

        @Positive @Digits(integer = 4, fraction = 2) @Nullable
        BigDecimal weightKg,

        @Pattern(regexp = "|[0-9]{15}", message = "a microchip has 15 digits")
        String microchip,

        @Size(max = 400) String allergies) {

    static PatientForm empty() {
        return new PatientForm("", null, null, null, "", "");
    }

    static PatientForm of(Patient patient) {
        String microchip = patient.getMicrochip();
        return new PatientForm(
                patient.getName(),
                patient.getSpecies(),
                patient.getBirthDate(),
                patient.getWeightKg(),
                microchip == null ? "" : microchip,
                String.join(", ", patient.getAllergies()));
    }

    Patient applyTo(Patient patient) {
        patient.identify(name.strip(), species);
        patient.setBirthDate(birthDate);
        patient.setWeightKg(weightKg);
        patient.setMicrochip(microchip.isBlank() ? null : microchip);
        patient.setAllergies(substances());
        return patient;
    }

    private List<String> substances() {
        return Arrays.stream(allergies.split(","))
                .map(String::strip)
                .filter(substance -> !substance.isEmpty())
                .toList();
    }
}
