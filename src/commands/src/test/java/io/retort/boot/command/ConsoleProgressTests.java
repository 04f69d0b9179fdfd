package io.retort.boot.command;

import static io.retort.testkit.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.retort.Retort;
import io.retort.migration.Definitions;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.RevisionInfo;
import io.retort.run.MigrationFailedException;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleProgressTests {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream talk = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @OnDatabases(H2)
    void fewRevisionsHaveALineEach(TestDb db) {
        upgrade(db, List.of(revision(1, op -> {}), revision(2, op -> {})), false, Duration.ofSeconds(10));

        assertThat(text().replaceAll("\\d+\\.\\d\\d s", "0.00 s").lines())
                .containsExactly(
                        "Upgrade",
                        "  1 of 2  + r0001 (step 1) ... 0 statements, 0.00 s",
                        "  2 of 2  + r0002 (step 2) ... 0 statements, 0.00 s");
    }

    @OnDatabases(H2)
    void inALogALongStatementIsNotSilent(TestDb db) {
        upgrade(db, List.of(revision(1, ConsoleProgressTests::sleep)), false, Duration.ofMillis(400));

        assertThat(text().lines())
                .anySatisfy(line ->
                        assertThat(line).matches("      running for \\d s, statement 1 of 1 for \\d s: work \"wait\""))
                .last()
                .asString()
                .matches("  1 of 1  \\+ r0001 \\(step 1\\) \\.\\.\\. 1 statement, \\d\\.\\d\\d s");
        assertThat(text()).doesNotContain("\r", "\u001b", "\n\n");
    }

    @OnDatabases(H2)
    void inATerminalTheLineOfALongStepIsRedrawnAndReplacedByItsResult(TestDb db) {
        upgrade(db, List.of(revision(1, ConsoleProgressTests::sleep)), true, Duration.ofMillis(100));

        assertThat(text()).contains("\r  1 of 1  + r0001 (step 1) ... 1 s");
        assertThat(screen(text()).get(1))
                .matches("  1 of 1  \\+ r0001 \\(step 1\\) \\.\\.\\. 1 statement, \\d\\.\\d\\d s");
    }

    @OnDatabases(H2)
    void whatAStatementReportsIsALineInALogAndPartOfTheLineInATerminal(TestDb db) {
        for (boolean terminal : new boolean[] {false, true}) {
            bytes.reset();
            ConsoleProgress progress = new ConsoleProgress("Upgrade", talk, terminal, Duration.ofMillis(50));
            Retort retort = Retort.on(
                            db.dataSource(),
                            List.of(() -> List.of(revision(
                                    1,
                                    op -> op.work("fill", connection -> {
                                        progress.progress("customer: 84,000 rows");
                                        Thread.sleep(400);
                                    })))))
                    .with(progress);
            retort.upgrade("head");
            retort.stamp(List.of("base"), false);

            assertThat(text())
                    .contains(terminal ? "(step 1) ... customer: 84,000 rows" : "\n      customer: 84,000 rows\n");
        }
    }

    @OnDatabases(H2)
    void inALogManyRevisionsAreOneLineEachInterval(TestDb db) {
        long begun = System.nanoTime();
        upgrade(db, many(), false, Duration.ofMillis(300));
        long intervals = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 300;

        List<String> lines = text().lines().toList();
        assertThat(lines.get(0)).isEqualTo("Upgrade");
        assertThat(lines).hasSizeBetween(2, (int) intervals + 2);
        assertThat(lines.subList(1, lines.size()))
                .allMatch(line -> line.matches("  \\d+ of 400(, .* per second(, about \\d+ s left)?)?  \\+ r\\d+ .*"));
    }

    @OnDatabases(H2)
    void inATerminalManyRevisionsAreABarThatLeavesNothing(TestDb db) {
        upgrade(db, many(), true, Duration.ofMillis(20));

        assertThat(text()).contains("[").containsPattern("\\[=+> +\\] \\d+ of 400");
        assertThat(screen(text())).containsExactly("Upgrade");
    }

    @OnDatabases(H2)
    void nothingIsDrawnAfterAFailure(TestDb db) throws Exception {
        List<RevisionCode> revisions = List.of(
                revision(1, ConsoleProgressTests::sleep),
                revision(2, op -> op.execute("insert into nowhere values (1)")));
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> upgrade(db, revisions, true, Duration.ofMillis(50)));
        String atTheEnd = text();
        Thread.sleep(300);

        assertThat(text()).isEqualTo(atTheEnd);
    }

    @OnDatabases(H2)
    void warningsBeginOnALineOfTheirOwn(TestDb db) {
        for (boolean drawn : new boolean[] {false, true}) {
            for (boolean terminal : new boolean[] {false, true}) {
                bytes.reset();
                ConsoleProgress progress = new ConsoleProgress(
                        "Upgrade", talk, terminal, drawn ? Duration.ofMillis(20) : Duration.ofSeconds(10));
                Retort retort = Retort.on(
                                db.dataSource(),
                                List.of(() -> List.of(revision(
                                        1,
                                        op -> op.work("warn", connection -> {
                                            Thread.sleep(drawn ? 200 : 0);
                                            progress.warning("One.");
                                            progress.warning("Two.");
                                        })))))
                        .with(progress);
                retort.upgrade("head");

                assertThat(screen(text()))
                        .as("terminal " + terminal + ", drawn " + drawn + ": " + text())
                        .containsSubsequence("Upgrade", "Note: One.", "Note: Two.")
                        .last()
                        .asString()
                        .matches("  1 of 1  \\+ r0001 \\(step 1\\) \\.\\.\\. 1 statement, \\d\\.\\d\\d s");
                retort.stamp(List.of("base"), false);
            }
        }
    }

    @OnDatabases(H2)
    void aFailureBeginsOnALineOfItsOwn(TestDb db) {
        for (boolean drawn : new boolean[] {false, true}) {
            for (boolean terminal : new boolean[] {false, true}) {
                bytes.reset();
                List<RevisionCode> revisions = List.of(revision(1, op -> {
                    op.work("wait", connection -> Thread.sleep(drawn ? 200 : 0));
                    op.execute("insert into nowhere values (1)");
                }));
                assertThatExceptionOfType(MigrationFailedException.class)
                        .isThrownBy(() -> upgrade(
                                db, revisions, terminal, drawn ? Duration.ofMillis(20) : Duration.ofSeconds(10)));

                assertThat(text())
                        .as("terminal " + terminal + ", drawn " + drawn)
                        .endsWith("\n");
                assertThat(screen(text())).element(1).isEqualTo("  1 of 1  + r0001 (step 1) ...");
            }
        }
    }

    @OnDatabases(H2)
    void theStatementOfABackfillIsTheOneThatRuns(TestDb db) throws SQLException {
        db.execute("create table acc (id integer primary key, mail varchar(20))");
        db.execute("insert into acc (id, mail) select x, 'm' from system_range(1, 20)");
        List<RevisionCode> revisions = List.of(revision(1, op -> {
            op.execute("alter table acc add column mail2 varchar(20)");
            op.backfill(
                    "acc",
                    Definitions.set("mail2", "mail").where("mail2 is null"),
                    Definitions.batches().rows(5).pauseMillis(500));
        }));
        upgrade(db, revisions, false, Duration.ofMillis(200));

        assertThat(text().lines().filter(line -> line.contains("running for")))
                .isNotEmpty()
                .anyMatch(line -> line.contains("statement 2 of "))
                .noneMatch(line -> line.contains("alter table"));
        assertThat(db.query("select count(*) from acc where mail2 = 'm'")).containsExactly("20");
    }

    @Test
    void aBarIsAlwaysOfOneWidth() {
        for (int total : List.of(1, 2, 7, 24, 25, 1_000)) {
            for (int done = 0; done <= total; done++) {
                assertThat(ConsoleTicker.bar(done, total)).hasSize(27);
            }
        }
        assertThat(ConsoleTicker.bar(0, 0)).isEmpty();
        assertThat(ConsoleTicker.bar(24, 24)).isEqualTo("[" + "=".repeat(24) + "] ");
    }

    /** The lines that a terminal shows in the end. */
    private static List<String> screen(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n")) {
            String shown = "";
            for (String drawn : line.split("\r")) {
                shown = drawn.startsWith("\u001b[K") || drawn.endsWith("\u001b[K")
                        ? drawn.replace("\u001b[K", "")
                        : drawn.length() >= shown.length() ? drawn : drawn + shown.substring(drawn.length());
            }
            if (!shown.isEmpty()) {
                lines.add(shown);
            }
        }
        return lines;
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private void upgrade(TestDb db, List<RevisionCode> revisions, boolean terminal, Duration interval) {
        Retort.on(db.dataSource(), List.of(() -> revisions))
                .with(new ConsoleProgress("Upgrade", talk, terminal, interval))
                .upgrade("head");
    }

    private static List<RevisionCode> many() {
        List<RevisionCode> revisions = new ArrayList<>();
        for (int i = 1; i <= 400; i++) {
            revisions.add(revision(i, op -> op.work("pause", connection -> Thread.sleep(5))));
        }
        return revisions;
    }

    private static void sleep(Operations op) {
        op.work("wait", connection -> Thread.sleep(1_700));
    }

    private static RevisionCode revision(int number, Migration migration) {
        String id = "r%04d".formatted(number);
        List<String> parents = number == 1 ? List.of() : List.of("r%04d".formatted(number - 1));
        return new RevisionCode(
                new RevisionInfo(id, parents, List.of(), List.of(), "step " + number, null, true, "Here"),
                () -> migration);
    }
}
