package io.retort.sample.demo;

import io.retort.sample.client.Address;
import io.retort.sample.client.Owner;
import io.retort.sample.client.Patient;
import io.retort.sample.client.PhoneKind;
import io.retort.sample.client.Species;
import io.retort.sample.pharmacy.DosageForm;
import io.retort.sample.pharmacy.Medicine;
import io.retort.sample.staff.Nurse;
import io.retort.sample.staff.Specialty;
import io.retort.sample.staff.Veterinarian;
import io.retort.sample.visit.Invoice;
import io.retort.sample.visit.Treatment;
import io.retort.sample.visit.Visit;
import io.retort.sample.visit.VisitStatus;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills an empty database with staff, owners, patients and visits of one day. */
@Component
@ConditionalOnBooleanProperty(name = "clinic.demo-data", matchIfMissing = true)
class DemoData implements ApplicationRunner {

    private final EntityManager entities;
    private final Clock clock;

    DemoData(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (isEmpty()) {
            Veterinarian surgeon = hireStaff();
            List<Medicine> shelf = stockShelf();
            List<Patient> patients = admitPatients();
            examine(patients.get(0), surgeon, shelf.get(0));
            planDay(patients, surgeon);
        }
    }

    private boolean isEmpty() {
        return entities.createQuery("select count(o) from Owner o", Long.class).getSingleResult() == 0;
    }

    private Veterinarian hireStaff() {
        Specialty surgery = saved(new Specialty("Surgery"));
        Specialty dentistry = saved(new Specialty("Dentistry"));
        Specialty exotics = saved(new Specialty("Exotic animals"));

        Veterinarian lead = new Veterinarian("Ingrid", "Halvorsen", LocalDate.of(2011, 4, 1), "VET-20417");
        lead.specialise(surgery);
        lead.specialise(dentistry);
        entities.persist(lead);

        Veterinarian junior = new Veterinarian("Tomás", "Reyes", LocalDate.of(2019, 9, 16), "VET-31162");
        junior.specialise(exotics);
        junior.setSupervisor(lead);
        entities.persist(junior);

        Nurse nurse = new Nurse("Priya", "Nair", LocalDate.of(2021, 2, 8), true);
        nurse.setSupervisor(junior);
        entities.persist(nurse);
        return lead;
    }

    private List<Medicine> stockShelf() {
        return List.of(
                medicine("Carprofen", "50 mg", DosageForm.TABLET, 38, "0.85"),
                medicine("Meloxicam", "1.5 mg/ml", DosageForm.DROPS, 12, "16.90"),
                medicine("Amoxicillin", "250 mg", DosageForm.TABLET, 4, "0.60"),
                medicine("Fusidic acid", "1 %", DosageForm.OINTMENT, 9, "11.20"),
                medicine("Maropitant", "10 mg/ml", DosageForm.INJECTION, 21, "14.50"),
                medicine("Prednisolone", "5 mg", DosageForm.TABLET, 64, "0.30"));
    }

    private Medicine medicine(String name, String strength, DosageForm form, int stock, String price) {
        Medicine medicine = new Medicine(name, strength, form, new BigDecimal(price));
        medicine.setStock(stock);
        return saved(medicine);
    }

    private List<Patient> admitPatients() {
        Owner hannah = new Owner(
                "Hannah", "Brandt", "hannah.brandt@example.org", new Address("14 Mill Road", "CB1 2AD", "Cambridge"));
        hannah.setPhone(PhoneKind.MOBILE, "+44 7700 900121");
        Owner joseph = new Owner(
                "Joseph", "Okafor", "joseph.okafor@example.org", new Address("3 Quayside", "CB5 8AB", "Cambridge"));
        joseph.setPhone(PhoneKind.HOME, "01223 496 0154");
        entities.persist(hannah);
        entities.persist(joseph);

        Patient biscuit = new Patient(hannah, "Biscuit", Species.DOG);
        biscuit.setBirthDate(today().minusYears(6).minusMonths(2));
        biscuit.setWeightKg(new BigDecimal("24.60"));
        biscuit.setMicrochip("826098102345671");
        biscuit.setAllergies(List.of("penicillin", "chicken"));
        entities.persist(biscuit);
        return List.of(
                biscuit,
                saved(new Patient(hannah, "Pebble", Species.GUINEA_PIG)),
                saved(new Patient(joseph, "Cleo", Species.CAT)));
    }

    private void examine(Patient patient, Veterinarian surgeon, Medicine painkiller) {
        Visit past = new Visit(patient, surgeon, today().minusDays(9).atTime(10, 30), "Limping on the left hind leg");
        past.add(new Treatment(past, "Orthopaedic examination", 1, new BigDecimal("45.00")));
        painkiller.dispense(2);
        past.add(new Treatment(past, painkiller, 2));
        past.report(VisitStatus.DONE, "Mild sprain. Rest for ten days, then check again.");
        past.setInvoice(new Invoice(past, today().minusDays(9)));
        entities.persist(past);
    }

    private void planDay(List<Patient> patients, Veterinarian surgeon) {
        entities.persist(new Visit(patients.get(2), surgeon, today().atTime(9, 15), "Yearly vaccination"));
        entities.persist(new Visit(patients.get(1), surgeon, today().atTime(11, 0), "Teeth too long"));
        entities.persist(new Visit(patients.get(0), surgeon, today().atTime(14, 0), "Check of the left hind leg"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private <T> T saved(T entity) {
        entities.persist(entity);
        return entity;
    }
}
