package io.retort.stories;

import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.varchar;
import static io.retort.testkit.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.migration.Migration;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.stories.MavenBuild.Result;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Commands of the packaged application, without Maven and sources. */
class PackagedStory {

    @TempDir
    Path folder;

    @OnDatabases(H2)
    void theJarIsItsOwnTool(TestDb given) throws SQLException {
        try (TestDb db = given.server().newFileDatabase(folder)) {
            StoryProject project = StoryProject.copy("ledger", folder, db);
            project.write("src/main/resources/db/revisions/a1b2_make_note.sql", """
                    -- revision: a1b2
                    -- message: make note
                    -- upgrade
                    create table note (id bigint primary key);
                    create table account (id bigint primary key, iban varchar(34), kind varchar(255),
                        balance numeric(12, 2), opened date);
                    -- downgrade
                    drop table account;
                    drop table note;
                    """);
            project.write("src/main/java/com/example/ledger/AccountRepository.java", REPOSITORY);
            project.write("src/main/java/db/revisions/Rb2c3_fill_note.java", REVISION);
            assertThat(project.mvn("package").exitCode()).isZero();

            Result behind = project.start("-Dretort.command=current --check-heads");
            assertThat(behind.exitCode()).isEqualTo(1);
            assertThat(behind.output()).contains("2 revisions pending: a1b2 (make note), b2c3 (fill note)");
            Result upgraded = project.command("upgrade head");
            assertThat(upgraded.exitCode()).as(upgraded.output()).isZero();
            assertThat(db.query("select id from note")).containsExactly("7");
            aGoalGivesRevisionsTheirBeansToo(project, db);

            Result current = project.start("-Dretort.command=current --check-heads --json");
            assertThat(current.exitCode()).isZero();
            assertThat(current.output()).contains("{\"retort\":1,").contains("\"upToDate\":true");
            assertThat(current.output()).as("nothing of the application runs").doesNotContain("RUNNER");

            Result check = project.start("-Dretort.command=check");
            assertThat(check.exitCode()).isEqualTo(1);
            assertThat(check.output()).contains("retort-diff").doesNotContain("\tat ");
            goesBackFromANewerRelease(project, db);
        }
    }

    /** A newer release has dropped a column. This one does not have its revision, and uses the stored downgrade. */
    private static void goesBackFromANewerRelease(StoryProject project, TestDb db) throws SQLException {
        db.execute("insert into account (id, kind) values (1, 'PRIVATE')");
        List<RevisionCode> newer = new ArrayList<>();
        newer.add(newer("a1b2", "", op -> {}));
        newer.add(newer("b2c3", "a1b2", op -> {}));
        newer.add(newer("c3d4", "b2c3", op -> op.dropColumn("account", column("kind", varchar(255)))));
        Retort.on(db.dataSource(), List.of(() -> newer)).upgrade("head");

        Result refused = project.start();
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output())
                .contains("APPLICATION FAILED TO START", "RETORT_COMMAND=\"switch\"")
                .contains("revision c3d4 (c3d4) drops column account.kind.");
        Result unconfirmed = project.command("switch");
        assertThat(unconfirmed.exitCode()).as(unconfirmed.output()).isEqualTo(3);
        Result back = project.command("switch --yes");
        assertThat(back.exitCode()).as(back.output()).isZero();
        assertThat(db.query("select id, kind from account")).containsExactly("1|null");
        assertThat(project.command("current --check-heads").exitCode()).isZero();
    }

    private static RevisionCode newer(String id, String parent, Migration migration) {
        List<String> parents = parent.isEmpty() ? List.of() : List.of(parent);
        RevisionInfo info = new RevisionInfo(id, parents, List.of(), List.of(), id, null, true, "newer." + id);
        return new RevisionCode(info, () -> migration);
    }

    private static void aGoalGivesRevisionsTheirBeansToo(StoryProject project, TestDb db) throws SQLException {
        for (String goal : List.of("migrate:downgrade", "migrate:upgrade")) {
            Result moved = project.mvn(goal, "-Dtarget=" + (goal.endsWith("upgrade") ? "head" : "a1b2"));
            assertThat(moved.exitCode()).as(moved.output()).isZero();
            assertThat(moved.output()).as("nothing of the application runs").doesNotContain("RUNNER");
        }
        assertThat(db.query("select id from note")).containsExactly("7");
    }

    private static final String REPOSITORY = """
            package com.example.ledger;

            import org.springframework.data.jpa.repository.JpaRepository;

            public interface AccountRepository extends JpaRepository<Account, Long> {}
            """;

    private static final String REVISION = """
            package db.revisions;

            import com.example.ledger.AccountRepository;
            import io.retort.migration.*;
            import org.springframework.jdbc.core.simple.JdbcClient;

            @Revision(id = "b2c3", parent = "a1b2", message = "fill note", phase = Phase.AFTER_START)
            public class Rb2c3_fill_note implements Migration {

                private final AccountRepository accounts;
                private final JdbcClient client;

                public Rb2c3_fill_note(AccountRepository accounts, JdbcClient client) {
                    this.accounts = accounts;
                    this.client = client;
                }

                @Override
                public void upgrade(Operations op) {
                    op.work("fill",
                            connection -> client.sql("insert into note values (?)").param(accounts.count() + 7).update(),
                            connection -> client.sql("delete from note").update());
                }
            }
            """;
}
