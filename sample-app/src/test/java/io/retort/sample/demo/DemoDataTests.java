package io.retort.sample.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.sample.ClinicTest;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ClinicTest
class DemoDataTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private EntityManager entities;

    @Autowired
    private Clock clock;

    @Test
    void emptyClinicIsFilledOnce() {
        DemoData demo = new DemoData(entities, clock);

        demo.run(new DefaultApplicationArguments());
        demo.run(new DefaultApplicationArguments());

        assertThat(entities.createQuery("select count(p) from Patient p", Long.class)
                        .getSingleResult())
                .isEqualTo(3);
    }

    @Test
    void homeAndStaffShowTheDemoData() {
        new DemoData(entities, clock).run(new DefaultApplicationArguments());

        assertThat(mvc.get().uri("/"))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("09:15", "Cleo", "14:00", "Biscuit", "Amoxicillin 250 mg");
        assertThat(mvc.get().uri("/staff"))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("Dr Ingrid Halvorsen", "Surgery", "Nurse Priya Nair");
    }
}
