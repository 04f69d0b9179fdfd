package io.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.internal.log.PrintableLog;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The log of an application, with the logging library that Spring Boot has. */
@ExtendWith(OutputCaptureExtension.class)
class PrintableLogTests {

    private static final String HOSTILE = "red \u001b[31m \u202eleft \u009b2J back\rspaces\n2026 INFO forged </script>";
    private static final String LINE = "red \\u001b[31m \\u202eleft \\u009b2J back spaces 2026 INFO forged </script>";

    private final PrintableLog log = PrintableLog.of(PrintableLogTests.class);

    @Test
    void noMessageOfAStackTraceBeginsALine(CapturedOutput output) {
        String forged = "2026-12-02T01:00:00.000Z  INFO 1 --- [main] c.example.Forged : all good";
        Exception cause = new IllegalStateException("its constructor failed\n" + forged);

        PrintableLog.of(PrintableLogTests.class).error("It failed.", new RuntimeException("x\n" + forged, cause));

        assertThat(output.toString().lines())
                .filteredOn(line -> line.contains("c.example.Forged"))
                .hasSize(2);
        assertThat(output.toString().lines()).noneMatch(line -> line.startsWith(forged));
    }

    @Test
    void argumentsAreOneLineThatATerminalShows(CapturedOutput output) {
        log.info("first {} and {}", HOSTILE, 7);
        log.warn("second " + HOSTILE.replace("\n", " "));
        log.error("third {}", (Object) null);

        assertThat(output.toString())
                .contains("first " + LINE + " and 7", "second red", "back\\u000dspaces 2026 INFO", "third null")
                .satisfies(PrintableLogTests::isSafe);
        assertThat(output.toString().lines()).noneMatch(line -> line.startsWith("2026 INFO forged"));
    }

    @Test
    void aFailureHasItsStackTraceAndNoRawMessage(CapturedOutput output) {
        SQLException cause = new SQLException("driver " + HOSTILE);
        cause.setNextException(new SQLException("next"));
        IllegalStateException failure = new IllegalStateException("outer", cause);
        failure.addSuppressed(new SQLException("suppressed " + HOSTILE));
        log.warn("It failed with {}", HOSTILE, failure);

        assertThat(output.toString())
                .contains("It failed with " + LINE)
                .contains("java.lang.IllegalStateException: outer", "java.sql.SQLException: driver red \\u001b[31m")
                .contains(
                        "Suppressed",
                        "suppressed red \\u001b[31m",
                        "at " + getClass().getName() + ".aFailureHas")
                .satisfies(PrintableLogTests::isSafe);
    }

    @Test
    void causesInACircleEnd(CapturedOutput output) {
        IllegalStateException inner = new IllegalStateException("inner");
        IllegalStateException outer = new IllegalStateException("outer \u001b[31m", inner);
        inner.initCause(outer);
        log.warn("It failed", outer);

        assertThat(output.toString()).contains("outer \\u001b[31m").satisfies(PrintableLogTests::isSafe);
    }

    @Test
    void aSafeFailureIsLoggedAsItIs(CapturedOutput output) {
        log.warn("It failed", new SQLException("Zoë\n  Position: 5"));

        assertThat(output.toString()).contains("java.sql.SQLException: Zoë").doesNotContain("PrintableFailure");
    }

    @Test
    void onlyTheFirstLineOfAParagraphBeginsAtTheMargin(CapturedOutput output) {
        log.paragraph("Retort", "Revision a failed.\n" + HOSTILE + "\n");

        assertThat(output.toString())
                .contains("Retort: Revision a failed.\n  red \\u001b[31m", "\n  2026 INFO forged")
                .satisfies(PrintableLogTests::isSafe);
    }

    private static void isSafe(String text) {
        assertThat(text.chars())
                .noneMatch(sign ->
                        sign < ' ' && sign != '\n' && sign != '\t' || sign == 0x9b || sign >= 0x202a && sign <= 0x202e);
    }
}
