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

/** Operations on visits, from planning to payment; each is one transaction. */
@Service
@Transactional
class VisitBook {

    private final EntityManager entities;
    private final Clock clock;

    VisitBook(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Saves a planned visit and returns its id. */
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
     * Records the outcome of a visit.
     *
     * @throws OptimisticLockingFailureException if the visit was changed after the form was displayed
     */
    void report(Long id, VisitReport report) {
        Visit visit = visit(id);
        if (visit.getVersion() != report.version()) {
            throw new OptimisticLockingFailureException("Visit " + id + " has changed meanwhile");
        }
        visit.report(report.status(), report.notes().isBlank() ? null : report.notes());
    }

    /**
     * Adds a treatment to a visit and removes a dispensed medicine from the stock. Does nothing if the visit has an
     * invoice.
     *
     * @throws io.retort.sample.pharmacy.OutOfStockException if the stock is too low; nothing is changed
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

    /** Creates the invoice of a visit with treatments. Does nothing if there are none or if the invoice exists. */
    void issueInvoice(Long id) {
        Visit visit = visit(id);
        if (visit.isBillable()) {
            visit.setInvoice(new Invoice(visit, LocalDate.now(clock)));
        }
    }

    /** Records the payment of a visit's invoice, if it has one. */
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
