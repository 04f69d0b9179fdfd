package io.retort.diff.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that were given in advance: each is parsed, used, or rejected. */
class GivenAnswersTests {

    private static final Question MAIL = new Question(
            "column-gone",
            "customer.mail",
            List.of("No entity maps column customer.mail any more."),
            List.of(
                    new Choice("r", Verb.RENAME, "email", "it is now called email", "", true),
                    new Choice("r2", Verb.RENAME, "phone", "it is now called phone", "", false),
                    Choice.of("d", Verb.DROP, "drop it")),
            Optional.of("r"),
            new Answer(Verb.RENAME, "email"));

    @Test
    void severalAnswersStandBehindOneFlagAndACommaInATextPartsNone() {
        assertThat(GivenAnswer.read(Verb.FILL, "a.b='x, y',a.c=sql:coalesce(d, 'e,f'),a.d=1"))
                .containsExactly(
                        new GivenAnswer(Verb.FILL, "a.b", "'x, y'"),
                        new GivenAnswer(Verb.FILL, "a.c", "sql:coalesce(d, 'e,f')"),
                        new GivenAnswer(Verb.FILL, "a.d", "1"));
        assertThat(GivenAnswer.read(Verb.MAP, "a.status:OLD=NEW"))
                .containsExactly(new GivenAnswer(Verb.MAP, "a.status:OLD", "NEW"));
    }

    @Test
    void halfAnAnswerIsRefusedWithTheWholeForm() {
        assertThatThrownBy(() -> GivenAnswer.read(Verb.RENAME, "customer.mail"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("option `--rename=customer.mail` is incomplete")
                .hasMessageContaining("Write the option `--rename=customer.mail:VALUE`.");
    }

    @Test
    void aFileHasOneAnswerALine(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("answers.txt");
        Files.writeString(file, "# for 4.2\nrename=customer.mail:email\n\n-Ddrop=customer.fax\n");
        assertThat(GivenAnswer.read(file))
                .containsExactly(
                        new GivenAnswer(Verb.RENAME, "customer.mail", "email", file + ", line 2"),
                        new GivenAnswer(Verb.DROP, "customer.fax", "", file + ", line 4"));
        Files.writeString(file, "renam=customer.mail:email\n");
        assertThatThrownBy(() -> GivenAnswer.read(file))
                .hasMessageContaining(file + ", line 1 is not an answer: renam=");
    }

    @Test
    void aMistakeInAFileIsReportedWithTheFileAndTheLine(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("answers.txt");
        Files.writeString(file, "# for 4.2\nrename=customer.mail:emai\n\ndrop=customer.fax\n");
        GivenAnswers answers = new GivenAnswers(GivenAnswer.read(file));
        assertThatThrownBy(() -> answers.to(MAIL))
                .hasMessageContaining(
                        "option `--rename=customer.mail:emai` (" + file + ", line 2): \"emai\" is not a new name");
        assertThatThrownBy(answers::end)
                .hasMessageContaining("option `--drop=customer.fax` (" + file + ", line 4) does not match a question");
        Files.writeString(file, "drop=customer.mail\nrename=customer.mail:email\n");
        assertThatThrownBy(() -> new GivenAnswers(GivenAnswer.read(file)).to(MAIL))
                .hasMessageContaining("option `--drop=customer.mail` (" + file
                        + ", line 1) and the option `--rename=customer.mail:email` (" + file + ", line 2)");
        Files.writeString(file, "\nrename=customer.mail\n");
        assertThatThrownBy(() -> GivenAnswer.read(file))
                .hasMessageContaining("option `--rename=customer.mail` (" + file + ", line 2) is incomplete");
        Files.writeString(file, "zone=event.at=Mars/Olympus\n");
        Question zone = new Question(
                "zone",
                "event.at",
                List.of("Column event.at becomes timestamp with time zone."),
                List.of(Choice.open("z", Verb.ZONE, "UTC", "the local times are in this zone")),
                Optional.empty(),
                new Answer(Verb.ZONE, "UTC"));
        Answer answer = new GivenAnswers(GivenAnswer.read(file)).to(zone).orElseThrow();
        assertThat(answer.given("event.at").toString())
                .isEqualTo("The option `--zone=event.at=Mars/Olympus` (" + file + ", line 1)");
    }

    @Test
    void caseAndQuotesOfNamesDoNotCount() {
        assertThat(given(Verb.RENAME, "\"Customer\".MAIL:Phone").to(MAIL)).contains(new Answer(Verb.RENAME, "phone"));
    }

    @Test
    void aNameThatIsNotThereIsToldWithTheNearest() {
        assertThatThrownBy(() -> given(Verb.RENAME, "customer.mail:emai").to(MAIL))
                .hasMessageContaining("\"emai\" is not a new name for customer.mail")
                .hasMessageContaining("The most similar name is email; possible names: email, phone.");
    }

    @Test
    void anAnswerThatNobodyAskedForIsToldWithTheNearestQuestion() {
        GivenAnswers answers = given(Verb.DROP, "customer.mial");
        assertThat(answers.to(MAIL)).isEmpty();
        assertThatThrownBy(answers::end)
                .hasMessageContaining(
                        "option `--drop=customer.mial` does not match a question; did you mean customer.mail?")
                .hasMessageContaining("There are questions about customer.mail.")
                .isInstanceOfSatisfying(
                        RetortException.class,
                        mistake -> assertThat(mistake.status()).isEqualTo(ExitStatus.USAGE));
    }

    @Test
    void twoAnswersToOneQuestionAreRefused() {
        GivenAnswers answers = new GivenAnswers(List.of(
                new GivenAnswer(Verb.DROP, "customer.mail", ""),
                new GivenAnswer(Verb.RENAME, "customer.mail", "email")));
        assertThatThrownBy(() -> answers.to(MAIL))
                .hasMessageContaining("option `--drop=customer.mail` and the option `--rename=customer.mail:email`");
    }

    @Test
    void anOpenQuestionIsToldWithEveryFlagAndAnExample() {
        UnansweredException open = new UnansweredException(List.of(MAIL));
        assertThat(open.status()).isEqualTo(ExitStatus.NEEDS_ANSWER);
        assertThat(open.what())
                .contains("A question needs an answer; no file is written.")
                .contains("1 of 1  No entity maps column customer.mail any more.")
                .contains("[r] it is now called email   (likely)")
                .contains("--rename=customer.mail:email")
                .contains("--drop=customer.mail")
                .doesNotContain("phone");
        assertThat(open.action()).endsWith("For example: the option `--rename=\"customer.mail:email\"`");
    }

    private static GivenAnswers given(Verb verb, String text) {
        return new GivenAnswers(GivenAnswer.read(verb, text));
    }
}
