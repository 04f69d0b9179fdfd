package io.retort.sample.visit;

import io.retort.sample.client.Patient;
import io.retort.sample.pharmacy.Medicine;
import io.retort.sample.staff.Veterinarian;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The acts of a visit, from planning to payment; each is one transaction. */
@Service
@Transactional
class VisitBook {

    private final EntityManager entities;
    private final Clock clock;

    VisitBook(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Writes a visit into the diary and answers its id. */
    Long plan(VisitPlan plan) {
        Visit visit = new Visit(
                entities.getReference(Patient.class, plan.patientId()),
                entities.getReference(Veterinarian.class, plan.veterinarianId()),
                plan.startsAt(),
                plan.reason().strip());
        entities.persist(visit);
        return visit.getId();
    }

    /**
     * Notes what became of a visit.
     *
     * @throws OptimisticLockingFailureException if somebody else changed the visit since the report was begun
     */
    void report(Long id, VisitReport report) {
        Visit visit = visit(id);
        if (visit.getVersion() != report.version()) {
            throw new OptimisticLockingFailureException("Visit " + id + " has changed meanwhile");
        }
        visit.report(report.status(), report.notes().isBlank() ? null : report.notes());
    }

    /**
     * Adds a treatment to a visit, taking a medicine from the shelf; a visit that is billed stays as it is.
     *
     * @throws io.retort.sample.pharmacy.OutOfStockException if the shelf does not hold that much; nothing is changed
     */
    void treat(Long id, TreatmentForm form) {
        Visit visit = visit(id);
        if (visit.getInvoice() != null) {
            return;
        }
        if (form.medicineId() == null) {
            visit.add(new Treatment(visit, form.description().strip(), form.quantity(), form.unitPrice()));
        } else {
            Medicine medicine = entities.find(Medicine.class, form.medicineId());
            medicine.dispense(form.quantity());
            visit.add(new Treatment(visit, medicine, form.quantity()));
        }
    }

    /** Adds up the treatments of a billable visit; of any other, it does nothing. */
    void issueInvoice(Long id) {
        Visit visit = visit(id);
        if (visit.isBillable()) {
            visit.setInvoice(new Invoice(visit, LocalDate.now(clock)));
        }
    }

    /** Notes that the invoice of a visit was paid, if there is one. */
    void payInvoice(Long id) {
        Invoice invoice = visit(id).getInvoice();
        if (invoice != null) {
            invoice.pay(clock.instant());
        }
    }

    private Visit visit(Long id) {
        return entities.getReference(Visit.class, id);
    }
}
