package io.retort.sample.pharmacy;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Form for creating and editing a medicine, with the version that was displayed. */
record MedicineForm(
        @NotBlank @Size(max = 80) String name,
        @NotBlank @Size(max = 20) String strength,
        @NotNull @Nullable DosageForm dosageForm,

        @NotNull @PositiveOrZero @Digits(integer = 6, fraction = 2) @Nullable
        BigDecimal price,

        @NotNull @PositiveOrZero @Nullable Integer stock,
        String leaflet,
        int version) {

    static MedicineForm empty() {
        return new MedicineForm("", "", null, null, 0, "", 0);
    }

    static MedicineForm of(Medicine medicine) {
        String leaflet = medicine.getLeaflet();
        return new MedicineForm(
                medicine.getName(),
                medicine.getStrength(),
                medicine.getDosageForm(),
                medicine.getPrice(),
                medicine.getStock(),
                leaflet == null ? "" : leaflet,
                medicine.getVersion());
    }

    Medicine toMedicine() {
        return applyTo(new Medicine(name, strength, dosageForm, price));
    }

    Medicine applyTo(Medicine medicine) {
        medicine.relabel(name.strip(), strength.strip());
        medicine.setDosageForm(dosageForm);
        medicine.setPrice(price);
        medicine.setStock(stock);
        medicine.setLeaflet(leaflet.isBlank() ? null : leaflet);
        return medicine;
    }
}
