package io.retort.stories;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.stories.MavenBuild.Result;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A developer edits entities while one goal stays running. */
class WatchStory {

    private static final String ACCOUNT = "src/main/java/com/example/ledger/Account.java";
    private static final String CLASS = "target/classes/com/example/ledger/Account.class";
    private static final String FIELD = "    private LocalDate opened;";
    private static final String NOTE = FIELD + "\n\n    private String note;";
    private static final String OFFER = "Write and apply this revision? [y/N] ";

    @TempDir
    Path folder;

    @OnDatabases(POSTGRESQL)
    void changedClassesAreComparedAndWritten(TestDb db) throws Exception {
        StoryProject project = StoryProject.copy("ledger", folder, db);
        succeeds(project.mvn("migrate:dev"));
        db.execute("insert into account (iban, kind) values ('DE00', 'PRIVATE')");
        try (RunningGoal terminal = RunningGoal.start(project, "migrate:dev", "-Dwatch")) {
            terminal.await("Watching target/classes. To end, type q and Enter, or press Ctrl-C.");
            terminal.await("Entities and database agree.");

            aChangeIsOfferedAndWritten(project, db, terminal);
            aQuestionIsAnswered(project, db, terminal);
            mistakesDoNotEndIt(project, terminal);

            terminal.type("q");
            assertThat(terminal.exitCode()).isZero();
            assertThat(terminal.output()).contains("BUILD SUCCESS").doesNotContain("\tat ");
        }
        assertThat(project.revisions()).hasSize(3);
        assertThat(succeeds(project.mvn("migrate:check")).output()).contains("Entities and database agree.");
    }

    private static void aChangeIsOfferedAndWritten(StoryProject project, TestDb db, RunningGoal terminal)
            throws Exception {
        project.edit(ACCOUNT, FIELD, NOTE);
        succeeds(project.mvn("compile"));
        terminal.await("+ column account.note varchar(255)");
        terminal.await(OFFER);
        assertThat(project.revisions()).hasSize(1);

        terminal.type("y");
        terminal.await("alter table account add column note varchar(255);");
        terminal.await("Upgraded ");
        terminal.await("Entities and database agree.");
        assertThat(project.revisions()).hasSize(2);
        assertThat(db.query("select iban, note from account")).containsExactly("DE00|null");
    }

    private static void aQuestionIsAnswered(StoryProject project, TestDb db, RunningGoal terminal) throws Exception {
        db.execute("update account set note = 'kept'");
        project.edit(ACCOUNT, NOTE, FIELD + "\n\n    private String remark;");
        succeeds(project.mvn("compile"));
        terminal.await("account.remark");
        terminal.await(OFFER);
        terminal.type("no");
        terminal.await("Nothing was written. The next change is compared again.");

        touch(project);
        terminal.await("account.remark");
        terminal.await(OFFER);
        terminal.type("y");
        terminal.await("No entity maps column account.note");
        terminal.await("> ");
        terminal.type("r");
        terminal.await("answer in CI: -Drename=account.note:remark");
        terminal.await("Entities and database agree.");
        assertThat(db.query("select iban, remark from account")).containsExactly("DE00|kept");
    }

    private static void mistakesDoNotEndIt(StoryProject project, RunningGoal terminal) throws Exception {
        project.edit(ACCOUNT, "    @Id\n", "");
        succeeds(project.mvn("compile"));
        terminal.await("Hibernate cannot use the entities: ");
        project.edit(ACCOUNT, "    @GeneratedValue", "    @Id\n    @GeneratedValue");
        succeeds(project.mvn("compile"));
        terminal.await("Entities and database agree.");

        project.edit(ACCOUNT, FIELD, FIELD + " syntax error");
        assertThat(project.mvn("compile").exitCode()).isNotZero();
        project.edit(ACCOUNT, FIELD + " syntax error", FIELD + "\n\n    private Integer rating;");
        succeeds(project.mvn("compile"));
        terminal.await("+ column account.rating integer");
        assertThat(terminal.output()).doesNotContain("- table account");
        project.edit(ACCOUNT, FIELD + "\n\n    private Integer rating;", FIELD);
        succeeds(project.mvn("compile"));
        terminal.await("Entities and database agree.");
    }

    /** From the replaced class file to the printed operation; docs/benchmarks.md has the result. */
    @EnabledIfSystemProperty(named = "retort.full", matches = "true")
    @OnDatabases(POSTGRESQL)
    void aChangeIsComparedInSeconds(TestDb db) throws Exception {
        int rounds = 20;
        StoryProject project = StoryProject.copy("ledger", folder, db);
        succeeds(project.mvn("migrate:dev"));
        byte[] without = bytes(project);
        project.edit(ACCOUNT, FIELD, NOTE);
        succeeds(project.mvn("compile"));
        byte[] with = bytes(project);
        List<Long> millis = new ArrayList<>();
        try (RunningGoal terminal = RunningGoal.start(project, "migrate:dev", "-Dwatch", "--batch-mode")) {
            terminal.await("+ column account.note varchar(255)");
            terminal.await("Next: write and apply it with mvn migrate:dev");
            for (int round = 0; round < rounds; round++) {
                Files.write(project.folder().resolve(CLASS), without);
                terminal.await("Entities and database agree.");
                long began = System.nanoTime();
                Files.write(project.folder().resolve(CLASS), with);
                terminal.await("+ column account.note varchar(255)");
                millis.add(Duration.ofNanos(System.nanoTime() - began).toMillis());
            }
        }
        millis.sort(null);
        System.out.println("[watch] class file to operation in ms, sorted: " + millis);
        assertThat(millis.get(rounds / 2)).isLessThan(Duration.ofSeconds(20).toMillis());
    }

    /** A terminal sends the signal to all processes in the foreground. */
    @OnDatabases(H2)
    void endsWithCtrlC(TestDb db) throws Exception {
        StoryProject project = StoryProject.copy("ledger", folder, db);
        try (RunningGoal terminal = RunningGoal.start(project, "migrate:dev", "-Dwatch")) {
            terminal.await(OFFER);
            List<ProcessHandle> all = terminal.processes();
            assertThat(all).hasSize(2);
            for (ProcessHandle each : all) {
                signal("INT", each);
            }
            awaitEnd(all);
            assertThat(terminal.exitCode()).isEqualTo(130);
            assertThat(terminal.output()).doesNotContain("Exception", "BUILD FAILURE");
        }
        assertThat(project.revisions()).isEmpty();
    }

    @OnDatabases(H2)
    void endsWithItsStarter(TestDb db) throws Exception {
        StoryProject project = StoryProject.copy("ledger", folder, db);
        try (RunningGoal terminal = RunningGoal.start(project, "migrate:dev", "-Dwatch")) {
            terminal.await(OFFER);
            List<ProcessHandle> all = terminal.processes();
            signal("KILL", all.get(0));
            awaitEnd(all);
        }
        assertThat(project.revisions()).isEmpty();
    }

    private static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    private static void awaitEnd(List<ProcessHandle> processes) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (processes.stream().anyMatch(ProcessHandle::isAlive)) {
            assertThat(System.nanoTime()).as("processes that did not end").isLessThan(end);
            Thread.sleep(50);
        }
    }

    private static byte[] bytes(StoryProject project) throws IOException {
        return Files.readAllBytes(project.folder().resolve(CLASS));
    }

    private static void touch(StoryProject project) throws IOException {
        Files.write(project.folder().resolve(CLASS), bytes(project));
    }

    private static Result succeeds(Result result) {
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result;
    }
}
