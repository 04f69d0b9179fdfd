package io.retort.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Runs without a surrounding transaction, as a browser does, so that lazy loading outside of a transaction fails. */
@SpringBootTest(properties = "clinic.demo-data=true")
@AutoConfigureMockMvc
@ActiveProfiles("test")
class EveryPageTests {

    @Autowired
    private MockMvcTester mvc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/owners",
                "/owners/new",
                "/owners/1",
                "/owners/1/edit",
                "/owners/1/patients/new",
                "/patients",
                "/patients/1",
                "/patients/1/edit",
                "/visits",
                "/visits/new",
                "/visits/1",
                "/medicines",
                "/medicines/new",
                "/medicines/1/edit",
                "/staff",
                "/revisions"
            })
    void pageOfTheDemoClinicIsShownWhole(String page) {
        assertThat(mvc.get().uri(page)).hasStatusOk().bodyText().contains("Willow Lane", "</html>");
    }
}
