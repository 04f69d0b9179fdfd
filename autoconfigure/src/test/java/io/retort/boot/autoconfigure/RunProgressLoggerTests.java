package io.retort.boot.autoconfigure;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.retort.Retort;
import io.retort.migration.Migration;
import io.retort.revision.RevisionInfo;
import io.retort.run.MigrationFailedException;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RunProgressLoggerTests {

    @OnDatabases({H2, POSTGRESQL})
    void aThousandShortRevisionsAreOneLineAndOneEachInterval(TestDb db, CapturedOutput output) {
        List<RevisionCode> revisions = new ArrayList<>();
        for (int i = 1; i <= 1000; i++) {
            revisions.add(revision(i, op -> op.execute("select 1", "select 1")));
        }
        long begun = System.nanoTime();
        Retort retort = retort(db, revisions, Duration.ofMillis(200));

        retort.upgrade("head");

        long intervals = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 200;
        List<String> lines = lines(output);
        assertThat(lines.get(0))
                .contains("Shop: ", " at jdbc:", ": applying 1000 revisions, from r0001 (step 1) to r1000 (step 1000)");
        assertThat(lines).hasSizeBetween(2, (int) intervals + 1);
        assertThat(lines.subList(1, lines.size()))
                .allMatch(line -> line.matches(".* INFO .*Shop: \\d+ of 1000 revisions applied,"
                        + "( [0-9,.]+ per second(, about \\d+ s left)?,)? running r\\d+ .*"));

        retort.downgrade("base");

        assertThat(lines(output).get(lines.size()))
                .contains(": reverting 1000 revisions, from r1000 (step 1000) to r0001 (step 1)");
    }

    @OnDatabases(H2)
    void aLongRevisionIsNotSilentAndAFailureEndsTheLines(TestDb db, CapturedOutput output) throws Exception {
        Retort retort = retort(
                db,
                List.of(
                        revision(
                                1,
                                op -> op.work("wait", connection -> {
                                    Thread.sleep(700);
                                })),
                        revision(2, op -> op.execute("insert into nowhere values (1)"))),
                Duration.ofMillis(100));

        assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(() -> retort.upgrade("head"));

        List<String> lines = lines(output);
        assertThat(lines).hasSizeGreaterThan(3);
        assertThat(lines.get(1)).contains("0 of 2 revisions applied, running r0001 (step 1)");
        Thread.sleep(400);
        assertThat(lines(output)).isEqualTo(lines);
    }

    @OnDatabases(H2)
    void nothingToDoIsNoLine(TestDb db, CapturedOutput output) {
        Retort retort = retort(db, List.of(revision(1, op -> {})), Duration.ofMillis(100));
        retort.upgrade("head");
        int before = lines(output).size();

        retort.upgrade("head");

        assertThat(lines(output)).hasSize(before);
    }

    private static List<String> lines(CapturedOutput output) {
        return output.toString().lines().filter(line -> line.contains("Shop: ")).toList();
    }

    private static Retort retort(TestDb db, List<RevisionCode> revisions, Duration interval) {
        return Retort.on(db.dataSource(), List.of(() -> revisions)).with(new RunProgressLogger("Shop", interval));
    }

    private static RevisionCode revision(int number, Migration migration) {
        String id = "r%04d".formatted(number);
        List<String> parents = number == 1 ? List.of() : List.of("r%04d".formatted(number - 1));
        return new RevisionCode(
                new RevisionInfo(id, parents, List.of(), List.of(), "step " + number, null, true, "Here"),
                () -> migration);
    }
}
