package io.retort.diff.oracle;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.models.Bootstrap;
import io.retort.diff.models.Items;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Verb;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** A view over a column that goes: the revision itself says so, wherever it is planned. */
class RemarkedRevisionsTests {

    @TempDir
    Path folder;

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void theRemarkIsInTheCompiledRevision(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        write(project, db, Items.Noted.class);
        project.retort().upgrade("head");
        db.execute("create view recent as select note from item");
        write(project, db, Items.Plain.class);

        assertThat(project.latest().info().remarks())
                .anySatisfy(
                        remark -> assertThat(remark.toLowerCase(Locale.ROOT)).contains("view", "recent", "item.note"));
        assertThat(project.retort().graph().all())
                .filteredOn(revision -> !revision.isBase())
                .allSatisfy(revision -> assertThat(revision.remarks()).isNotEmpty());
    }

    private static void write(WrittenProject project, TestDb db, Class<?> entity) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entity)) {
            project.revision(
                    "next",
                    hibernate.metadata(),
                    question ->
                            Optional.of(new Answer(question.kind().equals("dependent") ? Verb.ACCEPT : Verb.DROP, "")));
        }
    }
}
