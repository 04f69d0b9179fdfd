package io.retort.sample.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.sample.ClinicTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ClinicTest
class RevisionPageTests {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void databaseWithoutAHistoryGetsAFriendlyNote() {
        assertThat(mvc.get().uri("/revisions"))
                .hasStatusOk()
                .bodyText()
                .contains("This database has no revision history yet");
    }
}
