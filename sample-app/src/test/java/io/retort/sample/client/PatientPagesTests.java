package io.retort.sample.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.sample.ClinicTest;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ClinicTest
class PatientPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private OwnerRepository owners;

    @Autowired
    private PatientRepository patients;

    private Owner hannah;

    @BeforeEach
    void welcomeOwner() {
        hannah = owners.saveAndFlush(new Owner(
                "Hannah", "Brandt", "hannah@example.org", new Address("14 Mill Road", "CB1 2AD", "Cambridge")));
    }

    @Test
    void listShowsPatientsWithTheirOwners() {
        patients.saveAndFlush(new Patient(hannah, "Pebble", Species.GUINEA_PIG));

        assertThat(mvc.get().uri("/patients"))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("Pebble", "guinea pig", "Hannah Brandt");
    }

    @Test
    void newPatientIsSavedWithWeightAndAllergies() {
        assertThat(submit("/owners/" + hannah.getId() + "/patients/new", "24.60"))
                .hasStatus3xxRedirection();

        Patient saved = patients.findByOwnerOrderByName(hannah).get(0);
        assertThat(saved.getWeightKg()).isEqualByComparingTo("24.60");
        assertThat(saved.getAllergies()).containsExactlyInAnyOrder("penicillin", "chicken");
        assertThat(saved.getMicrochip()).isNull();
    }

    @Test
    void editedPatientKeepsOnlyTheAllergiesInTheForm() {
        Patient patient = new Patient(hannah, "Bisquit", Species.CAT);
        patient.setAllergies(List.of("chicken", "pollen"));
        patients.saveAndFlush(patient);

        assertThat(submit("/patients/" + patient.getId() + "/edit", "25"))
                .hasRedirectedUrl("/patients/" + patient.getId());

        Patient changed = patients.findWithOwnerById(patient.getId()).orElseThrow();
        assertThat(changed.getName()).isEqualTo("Biscuit");
        assertThat(changed.getSpecies()).isEqualTo(Species.DOG);
        assertThat(changed.getWeightKg()).isEqualTo(new BigDecimal("25"));
        assertThat(changed.getAllergies()).containsExactlyInAnyOrder("penicillin", "chicken");
    }

    @Test
    void weightMustBePositive() {
        assertThat(submit("/owners/" + hannah.getId() + "/patients/new", "-1"))
                .hasStatusOk()
                .bodyText()
                .contains("must be greater than 0");
        assertThat(patients.count()).isZero();
    }

    @Test
    void weightThatIsNoNumberIsExplainedInWords() {
        assertThat(submit("/owners/" + hannah.getId() + "/patients/new", "heavy"))
                .hasStatusOk()
                .bodyText()
                .contains("must be a number such as 8.40", "value=\"heavy\"");
    }

    @Test
    void ownerCannotHaveTwoPatientsOfOneName() {
        patients.saveAndFlush(new Patient(hannah, "Biscuit", Species.CAT));

        assertThat(submit("/owners/" + hannah.getId() + "/patients/new", "24.60"))
                .hasStatusOk()
                .bodyText()
                .contains("Hannah already has a Biscuit");
    }

    private MvcTestResult submit(String uri, String weight) {
        return mvc.post()
                .uri(uri)
                .param("name", "Biscuit")
                .param("species", "DOG")
                .param("birthDate", "2020-09-23")
                .param("weightKg", weight)
                .param("microchip", "")
                .param("allergies", "penicillin, chicken")
                .exchange();
    }
}
