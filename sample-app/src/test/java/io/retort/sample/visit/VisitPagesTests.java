package io.retort.sample.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.sample.ClinicTest;
import io.retort.sample.client.Address;
import io.retort.sample.client.Owner;
import io.retort.sample.client.Patient;
import io.retort.sample.client.Species;
import io.retort.sample.pharmacy.DosageForm;
import io.retort.sample.pharmacy.Medicine;
import io.retort.sample.staff.Veterinarian;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ClinicTest
class VisitPagesTests {

    private static final LocalDateTime TEN_O_CLOCK = LocalDateTime.of(2026, 3, 2, 10, 0);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private EntityManager entities;

    @Autowired
    private VisitRepository visits;

    private final Owner hannah =
            new Owner("Hannah", "Brandt", "hannah@example.org", new Address("14 Mill Road", "CB1 2AD", "Cambridge"));
    private final Patient biscuit = new Patient(hannah, "Biscuit", Species.DOG);
    private final Veterinarian ingrid = new Veterinarian("Ingrid", "Halvorsen", LocalDate.of(2011, 4, 1), "VET-20417");
    private final Medicine carprofen = new Medicine("Carprofen", "50 mg", DosageForm.TABLET, new BigDecimal("8.40"));
    private final Visit visit = new Visit(biscuit, ingrid, TEN_O_CLOCK, "Limping");

    @BeforeEach
    void openClinic() {
        carprofen.setStock(3);
        entities.persist(hannah);
        entities.persist(biscuit);
        entities.persist(ingrid);
        entities.persist(carprofen);
        entities.persist(visit);
        entities.flush();
    }

    @Test
    void diaryShowsWhoComesToWhom() {
        assertThat(mvc.get().uri("/visits"))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence(
                        "2\u00a0Mar\u00a02026, 10:00", "Biscuit", "Hannah Brandt", "Limping", "Dr Ingrid Halvorsen");
    }

    @Test
    void visitIsPlannedForAFreeHour() {
        assertThat(plan("2026-03-02T11:00")).hasStatus3xxRedirection();
        assertThat(visits.existsByVeterinarianIdAndStartsAt(ingrid.getId(), TEN_O_CLOCK.plusHours(1)))
                .isTrue();
    }

    @Test
    void veterinarianCannotHaveTwoVisitsAtOnce() {
        assertThat(plan("2026-03-02T10:00"))
                .hasStatusOk()
                .bodyText()
                .contains("this veterinarian has a visit at that time");
        assertThat(visits.count()).isOne();
    }

    @Test
    void visitWithoutATimeIsExplained() {
        assertThat(plan("")).hasStatusOk().bodyText().contains("must not be null");
    }

    @Test
    void dispensedMedicineLeavesTheShelf() {
        assertThat(treat(carprofen.getId().toString(), "2")).hasStatus3xxRedirection();

        assertThat(carprofen.getStock()).isOne();
        assertThat(visit.getTotal()).isEqualByComparingTo("16.80");
    }

    @Test
    void moreThanTheShelfHoldsIsNotDispensed() {
        assertThat(treat(carprofen.getId().toString(), "4"))
                .hasStatusOk()
                .bodyText()
                .contains("only 3 left of Carprofen 50 mg");
        assertThat(carprofen.getStock()).isEqualTo(3);
        assertThat(visit.getTreatments()).isEmpty();
    }

    @Test
    void treatmentNeedsAMedicineOrAPricedService() {
        assertThat(treat("", "1"))
                .hasStatusOk()
                .bodyText()
                .contains("choose a medicine, or describe a service and name its price");
    }

    @Test
    void invoiceAddsUpTheTreatmentsAndIsPaidOnce() {
        treat(carprofen.getId().toString(), "2");

        assertThat(mvc.post().uri("/visits/{id}/invoice", visit.getId())).hasStatus3xxRedirection();
        assertThat(visit.getInvoice().getTotal()).isEqualByComparingTo("16.80");
        assertThat(mvc.post().uri("/visits/{id}/payment", visit.getId())).hasStatus3xxRedirection();
        assertThat(visit.getInvoice().isPaid()).isTrue();
    }

    @Test
    void reportOnAnOutdatedPageIsRefused() {
        assertThat(report(visit.getVersion() + 1))
                .hasStatusOk()
                .bodyText()
                .contains("Somebody else changed this visit meanwhile");
        assertThat(visit.getStatus()).isEqualTo(VisitStatus.PLANNED);
    }

    @Test
    void reportIsSavedWithItsNotes() {
        assertThat(report(visit.getVersion())).hasRedirectedUrl("/visits/" + visit.getId());
        assertThat(visit.getStatus()).isEqualTo(VisitStatus.DONE);
        assertThat(visit.getNotes()).isEqualTo("Mild sprain.");
    }

    @Test
    void patientCardShowsItsVisits() {
        assertThat(mvc.get().uri("/patients/{id}", biscuit.getId()))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("Biscuit", "Limping", "Hannah Brandt");
    }

    private MvcTestResult plan(String startsAt) {
        return mvc.post()
                .uri("/visits/new")
                .param("patientId", biscuit.getId().toString())
                .param("veterinarianId", ingrid.getId().toString())
                .param("startsAt", startsAt)
                .param("reason", "Vaccination")
                .exchange();
    }

    private MvcTestResult treat(String medicineId, String quantity) {
        return mvc.post()
                .uri("/visits/{id}/treatments", visit.getId())
                .param("medicineId", medicineId)
                .param("description", "")
                .param("quantity", quantity)
                .param("unitPrice", "")
                .exchange();
    }

    private MvcTestResult report(int version) {
        return mvc.post()
                .uri("/visits/{id}/report", visit.getId())
                .param("status", "DONE")
                .param("notes", "Mild sprain.")
                .param("version", String.valueOf(version))
                .exchange();
    }
}
