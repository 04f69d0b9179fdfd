package io.retort.sample.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.sample.ClinicTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ClinicTest
class RevisionPageTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Retort retort;

    @Test
    void showsWhatRetortAppliedWhenTheClinicStarted() {
        String head = retort.status().currentHeads().get(0).id();
        assertThat(mvc.get().uri("/revisions"))
                .hasStatusOk()
                .bodyText()
                .contains(head)
                .contains("open the clinic")
                .contains("head</span>");
    }
}
