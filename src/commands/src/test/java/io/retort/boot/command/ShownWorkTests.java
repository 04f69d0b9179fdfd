package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What long work shows, in a terminal and in a log. */
class ShownWorkTests {

    private static final String CLEARED = "\r\u001b[K";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream talk = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void aTerminalShowsPositionRateAndRemainingTime() throws InterruptedException {
        try (ShownWork work = shown(true, false)) {
            work.inStage("creating tables", 0, 400);
            Thread.sleep(1_300);
            work.inStage("creating tables", 100, 400);
            Thread.sleep(400);
        }

        assertThat(text())
                .containsPattern("Comparing: \\[=+> +] 100 of 400, \\d+ per second, about \\d s left  creating tables")
                .endsWith(CLEARED);
    }

    @Test
    void aLogShowsTheStageThatCannotBeCounted() throws InterruptedException {
        try (ShownWork work = shown(false, false)) {
            work.inStage("reading the schema", 0, 0);
            Thread.sleep(1_500);
        }

        assertThat(text()).startsWith("Comparing for 1 s: reading the schema\n").doesNotContain("\r", "\u001b");
    }

    /** The rate of a stage does not count the time before it. */
    @Test
    void eachStageHasItsOwnRate() throws InterruptedException {
        try (ShownWork work = shown(false, false)) {
            work.inStage("reading the schema", 0, 0);
            Thread.sleep(2_200);
            work.inStage("creating tables", 0, 4_000);
            Thread.sleep(1_100);
            work.inStage("creating tables", 2_000, 4_000);
            Thread.sleep(300);
        }

        assertThat(text()).containsPattern("2,000 of 4,000, 1,\\d{3} per second, about 1 s left  creating tables");
    }

    /** A squash runs both ways on empty databases and reads them. */
    @Test
    void aRunIsCountedAndThenItsResultIsRead() throws Exception {
        try (TestDb db = TestDatabase.H2.server().newDatabase();
                ShownWork work = new ShownWork(talk, "Squash", false, false, Duration.ofMillis(100))) {
            Retort.on(db.dataSource(), List.of(() -> List.of(slow("a1", List.of()), slow("b2", List.of("a1")))))
                    .with(new ShownRun(work))
                    .upgrade("head");
            Thread.sleep(300);
        }

        assertThat(text())
                .containsPattern("Squash: 0 of 2.* \\+ a1")
                .containsPattern("Squash: 1 of 2, .* \\+ b2")
                .containsPattern("Squash for \\d s: reading the schema and the rows\n");
    }

    private static RevisionCode slow(String id, List<String> parents) {
        return new RevisionCode(
                new RevisionInfo(id, parents, List.of(), List.of(), "slow", null, true, "R" + id),
                () -> op -> op.work("wait", connection -> Thread.sleep(1_300)));
    }

    @Test
    void aQuestionIsNotHidden() throws InterruptedException {
        try (ShownWork work = shown(true, true)) {
            Thread.sleep(1_200);
            assertThat(text()).isEmpty();
            work.inStage("counting rows of invoice", 0, 0);
            Thread.sleep(300);
            assertThat(text()).contains("\rComparing for 1 s: counting rows of invoice");
            work.inStage("", 0, 0);
            assertThat(text()).endsWith(CLEARED);
            int before = bytes.size();
            Thread.sleep(400);
            assertThat(bytes.size()).isEqualTo(before);
        }
    }

    private ShownWork shown(boolean terminal, boolean asks) {
        return new ShownWork(talk, "Comparing", terminal, asks, Duration.ofMillis(100));
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
