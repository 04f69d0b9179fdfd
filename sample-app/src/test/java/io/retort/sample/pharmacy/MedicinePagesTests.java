package io.retort.sample.pharmacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.sample.ClinicTest;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ClinicTest
class MedicinePagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MedicineRepository medicines;

    @Test
    void newMedicineAppearsInTheList() {
        assertThat(submit("/medicines/new", "38", 0)).hasRedirectedUrl("/medicines");

        assertThat(mvc.get().uri("/medicines"))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("Carprofen", "50 mg", "tablet", "8.40", "38");
    }

    @Test
    void stockCannotFallBelowZero() {
        assertThat(submit("/medicines/new", "-1", 0))
                .hasStatusOk()
                .bodyText()
                .contains("must be greater than or equal to 0");
        assertThat(medicines.count()).isZero();
    }

    @Test
    void sameNameAndStrengthIsRefused() {
        carprofen();

        assertThat(submit("/medicines/new", "38", 0))
                .hasStatusOk()
                .bodyText()
                .contains("Carprofen 50 mg is already listed");
    }

    @Test
    void editOfAnOutdatedPageIsRefusedAndChangesNothing() {
        Medicine medicine = carprofen();

        assertThat(submit("/medicines/" + medicine.getId() + "/edit", "38", medicine.getVersion() + 1))
                .hasStatusOk()
                .bodyText()
                .contains("Somebody else changed this medicine meanwhile");
        assertThat(medicine.getStock()).isZero();
    }

    @Test
    void editOfTheCurrentPageIsSaved() {
        Medicine medicine = carprofen();

        assertThat(submit("/medicines/" + medicine.getId() + "/edit", "38", medicine.getVersion()))
                .hasRedirectedUrl("/medicines");
        assertThat(medicines.findById(medicine.getId()).orElseThrow().getStock())
                .isEqualTo(38);
    }

    private MvcTestResult submit(String uri, String stock, int version) {
        return mvc.post()
                .uri(uri)
                .param("name", "Carprofen")
                .param("strength", "50 mg")
                .param("dosageForm", "TABLET")
                .param("price", "8.40")
                .param("stock", stock)
                .param("leaflet", "")
                .param("version", String.valueOf(version))
                .exchange();
    }

    private Medicine carprofen() {
        return medicines.saveAndFlush(new Medicine("Carprofen", "50 mg", DosageForm.TABLET, new BigDecimal("8.40")));
    }
}
