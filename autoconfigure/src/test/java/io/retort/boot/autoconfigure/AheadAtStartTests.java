package io.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** {@code retort.ahead}: an application that starts on a database with revisions of a newer release. */
@ExtendWith(OutputCaptureExtension.class)
class AheadAtStartTests {

    private static final String ROWS = "select id from retort_revision order by id";

    private final TestDb db = TestDatabase.H2.server().newDatabase();

    @TempDir
    Path older;

    @TempDir
    Path newer;

    @AfterEach
    void drop() {
        db.close();
    }

    @BeforeEach
    void newerRelease() throws IOException {
        for (Path folder : new Path[] {older, newer}) {
            write(folder, "aa1", "", "create table shelf (id int)", "drop table shelf");
        }
        String means = ";\n-- means: addColumn(\"shelf\", column(\"note\", varchar(20)))";
        write(
                newer,
                "ff1",
                "-- parent: aa1\n",
                "alter table shelf add note varchar(20)" + means,
                "alter table shelf drop column note");
        application(newer).run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void startsBesideRevisionsThatOnlyAdd(CapturedOutput output) throws SQLException {
        application(older).run(context -> assertThat(context).hasNotFailed());

        assertThat(output)
                .containsOnlyOnce("Retort: the database is ahead of this application, which starts because the unknown"
                        + " revisions only add to the schema. Unknown: ff1 (step ff1)");
        assertThat(db.query(ROWS)).containsExactly("aa1", "ff1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait", "verify"})
    void theOtherModesStartBesideThemToo(String mode, CapturedOutput output) throws SQLException {
        application(older)
                .withPropertyValues("retort.mode=" + mode, "retort.wait.timeout=0s")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).containsOnlyOnce("Unknown: ff1 (step ff1)");
        assertThat(db.query(ROWS)).containsExactly("aa1", "ff1");
    }

    /** Such a revision divides the upgrade, for which the start reads the database first. */
    @Test
    void aRevisionThatRunsAfterTheStartIsAppliedBesideThem() throws Exception {
        write(older, "bb1", "-- parent: aa1\n-- phase: after-start\n", "create table box (id int)", "drop table box");

        application(older).run(context -> assertThat(context).hasNotFailed());
        assertThat(db.query(ROWS)).contains("aa1", "ff1");

        application(older)
                .withPropertyValues("retort.ahead=switch", "retort.switch-anywhere=true")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(db.query(ROWS)).containsExactly("aa1", "bb1");
    }

    @Test
    void refusesBesideADrop() throws Exception {
        write(
                newer,
                "ff2",
                "-- parent: ff1\n",
                "alter table shelf drop column note;\n-- means: dropColumn(\"shelf\", \"note\")",
                "alter table shelf add note varchar(20)");
        application(newer).run(context -> assertThat(context).hasNotFailed());

        application(older)
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("revision ff2 (step ff2) drops column shelf.note."));
        application(older)
                .withPropertyValues("retort.ahead=allow")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(db.query(ROWS)).containsExactly("aa1", "ff1", "ff2");
    }

    @Test
    void refusesWhereThatIsSet() {
        application(older)
                .withPropertyValues("retort.ahead=refuse")
                .run(context -> assertThat(context.getStartupFailure()).hasStackTraceContaining("ahead of this"));
    }

    @Test
    void switchesOnlyInDevelopment() throws SQLException {
        application(older)
                .withPropertyValues("retort.ahead=switch")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("reverts revisions only in development, and Spring Boot DevTools is"));
        assertThat(db.query(ROWS)).containsExactly("aa1", "ff1");

        application(older)
                .withPropertyValues("retort.ahead=switch", "retort.switch-anywhere=true")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(db.query(ROWS)).containsExactly("aa1");
    }

    @Test
    void aSwitchAtStartLogsWhatIsLost(CapturedOutput output) throws SQLException {
        ApplicationContextRunner application =
                application(older).withPropertyValues("retort.ahead=switch", "retort.switch-anywhere=true");
        db.execute("insert into shelf values (1, null)");
        application.run(context -> assertThat(context).hasNotFailed());
        assertThat(output).doesNotContain("deletes their data");
        assertThat(db.query("select * from shelf")).containsExactly("1");

        application(newer).run(context -> assertThat(context).hasNotFailed());
        db.execute("update shelf set note = 'x'", "insert into shelf values (2, null)");
        application.run(context -> assertThat(context).hasNotFailed());

        assertThat(output)
                .containsOnlyOnce(
                        "retort.ahead=switch reverts revisions and deletes their data: column shelf.note, 1 of 2"
                                + " rows have a value");
        assertThat(db.query("select * from shelf order by id")).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:x",
                "jdbc:h2:~/x",
                "jdbc:sqlite:x.db",
                "jdbc:postgresql://localhost:5432/x",
                "jdbc:postgresql://localhost/x?user=a@b",
                "jdbc:mysql://127.0.0.1:3306,localhost/x",
                "jdbc:mariadb://[::1]:3306/x"
            })
    void theseAreLocal(String url) {
        assertThat(SwitchAtStart.isLocal(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example.com/x",
                "jdbc:postgresql://localhost,db/x",
                "jdbc:mysql://localhost@db:3306/x",
                "jdbc:oracle:thin:@db:1521:x",
                "jdbc:h2:tcp://db/x",
                "jdbc:postgresql://localhost.example.com/x",
                "//unknown"
            })
    void theseAreNotLocal(String url) {
        assertThat(SwitchAtStart.isLocal(url)).isFalse();
    }

    private ApplicationContextRunner application(Path folder) {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(RetortAutoConfiguration.class, DataSourceAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + db.url(),
                        "spring.datasource.username=sa",
                        "retort.locations=file:" + folder);
    }

    private static void write(Path folder, String id, String header, String upgrade, String downgrade)
            throws IOException {
        Files.writeString(
                folder.resolve(id + ".sql"),
                "-- revision: " + id + "\n" + header + "-- message: step " + id + "\n-- upgrade\n" + upgrade
                        + ";\n-- downgrade\n" + downgrade + ";\n");
    }
}
