package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.retort.boot.internal.CommandForm;
import io.retort.boot.internal.RunStyle;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Choice;
import io.retort.diff.question.GivenAnswer;
import io.retort.diff.question.GivenAnswers;
import io.retort.diff.question.InteractiveAnswers;
import io.retort.diff.question.Prompt;
import io.retort.diff.question.Question;
import io.retort.diff.question.UnansweredException;
import io.retort.diff.question.Verb;
import io.retort.error.AdviceStyle;
import io.retort.error.RetortException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Questions and answers are printed in the style in which the user runs the command. */
class QuestionStyleTests {

    private static final AdviceStyle PACKAGED = RunStyle.ofCommand(CommandForm.PACKAGED, "revision");

    private static final AdviceStyle MAVEN = RunStyle.ofCommand(CommandForm.MAVEN, "revision");

    private static final Question FAX = new Question(
            "column-gone",
            "customer.fax",
            List.of("No entity maps column customer.fax any more."),
            List.of(
                    Choice.of("d", Verb.DROP, "drop it"),
                    Choice.open("u", Verb.USING, "sql:EXPRESSION", "convert it"),
                    new Choice("r", Verb.RENAME, "telefax", "it is now called telefax", "", true)),
            Optional.of("d"),
            new Answer(Verb.KEEP, ""));

    @Test
    void aPackagedApplicationPrintsItsOptions() {
        assertThat(printed(new UnansweredException(List.of(FAX)), PACKAGED))
                .contains(
                        "[d] drop it   (likely)", "      --drop=customer.fax\n", "--using=customer.fax=sql:EXPRESSION")
                .contains("For example: --drop=")
                .doesNotContain("-Ddrop", "-Dusing");
    }

    @Test
    void aGoalPrintsItsOptions() {
        assertThat(printed(new UnansweredException(List.of(FAX)), MAVEN))
                .contains(
                        "[d] drop it   (likely)", "      -Ddrop=customer.fax\n", "-Dusing=customer.fax=sql:EXPRESSION")
                .doesNotContain("--drop");
    }

    @Test
    void anAnswerInTheWrongPlaceIsPrintedAsItWasTyped() {
        GivenAnswers answers = new GivenAnswers(List.of(
                new GivenAnswer(Verb.RENAME, "customer.fax", "fox"), new GivenAnswer(Verb.DROP, "customer.fox", "")));
        RetortException wrongName = catchThrowableOfType(RetortException.class, () -> answers.to(FAX));
        RetortException unused = catchThrowableOfType(RetortException.class, answers::end);

        assertThat(printed(wrongName, PACKAGED)).startsWith("--rename=customer.fax:fox: \"fox\" is not a new name");
        assertThat(printed(wrongName, MAVEN)).startsWith("-Drename=customer.fax:fox: \"fox\" is not a new name");
        assertThat(printed(unused, PACKAGED)).contains("--drop=customer.fox does not match a question");
        assertThat(printed(unused, MAVEN)).contains("-Ddrop=customer.fox does not match a question");
    }

    @Test
    void anAnswerAtATerminalIsRepeatedAsAnOption() {
        assertThat(conversation(PACKAGED)).contains("   answer in CI: --drop=customer.fax");
        assertThat(conversation(MAVEN)).contains("   answer in CI: -Ddrop=customer.fax");
    }

    private static List<String> conversation(AdviceStyle style) {
        List<String> lines = new ArrayList<>();
        new InteractiveAnswers(
                        new Prompt() {
                            @Override
                            public void say(String line) {
                                lines.add(line);
                            }

                            @Override
                            public String ask(String prompt) {
                                return "d";
                            }
                        },
                        style)
                .to(FAX);
        return lines;
    }

    private static String printed(RetortException failure, AdviceStyle style) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FailureReport.text(new PrintStream(bytes, true, StandardCharsets.UTF_8), style)
                .report(failure, null);
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
