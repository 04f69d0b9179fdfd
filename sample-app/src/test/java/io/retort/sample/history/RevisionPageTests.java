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
                .contains("Every revision is applied.", "<code>" + head + "</code>")
                .containsSubsequence(
                        "list allergies of patients",
                        "merge stock and invoices",
                        "issue invoices",
                        "refuse a negative stock",
                        "stock medicines",
                        "open the clinic")
                .contains(
                        "<svg",
                        "9d4e6a20b7c5</bdi>, <bdi class=\"id\">5b93f1c8d27e",
                        "9d4e6a20b7c5_refuse_negative_stock.sql");
    }

    @Test
    void theStyleSheetAppliesToThePartOfThePageOnly() {
        assertThat(mvc.get().uri("/revisions.css")).hasStatusOk().hasContentTypeCompatibleWith("text/css");
        assertThat(mvc.get().uri("/revisions.css"))
                .bodyText()
                .contains(".retort .graph")
                .doesNotContain("body{");
    }
}
