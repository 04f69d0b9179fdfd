package io.retort.diff.oracle;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.author.RevisionResult;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.models.HibernateCreate;
import io.retort.diff.models.kitchensink.KitchenSink;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.dump.SchemaDump;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A database that revisions created equals the one that Hibernate's own {@code create} builds. */
class HibernatesCreateTests {

    /**
     * The explicit names of the kitchen sink, except one: Hibernate ignores uk_ruled_twice on PostgreSQL and H2,
     * because the column is also declared unique, but Retort keeps it.
     */
    private static final String GIVEN = "uk_ruled_pair|ck_ruled_.*|[iu]x_(ruled|special)_.*|IxMixedName|fk_worker_.*";

    @TempDir
    Path folder;

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE})
    void theKitchenSinkIsBuiltAsHibernateBuildsIt(TestDb db) throws SQLException {
        if (db.database() != MARIADB && db.database() != SQLITE) {
            db.execute("create schema audit");
        }
        List<String> empty = words(db);
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(KitchenSink.entities(db.database()))) {
            assertThat(project.revision("create everything", hibernate.metadata())
                            .written())
                    .isTrue();
            project.retort().upgrade("head");

            assertThat(words(db))
                    .hasSizeGreaterThan(db.database() == SQLITE || db.database() == HSQLDB ? 150 : 300)
                    .containsExactlyElementsOf(createdByHibernate(db));
            assertThat(said(project.revision("find nothing", hibernate.metadata())))
                    .containsExactly("Nothing to do: entities and database agree.");

            project.retort().downgrade("base");
            assertThat(words(db)).containsExactlyElementsOf(empty);
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE})
    void nothingIsFoundWhereAnApplicationHasCreatedTheKitchenSink(TestDb db) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(KitchenSink.entities(db.database()))) {
            HibernateCreate.runInPackedOrder(hibernate.metadata());

            assertThat(said(new WrittenProject(folder, db).revision("find nothing", hibernate.metadata())))
                    .containsExactly("Nothing to do: entities and database agree.");
        }
    }

    /** On SQLite, comments and foreign keys are missing, which is noted each time. */
    private static List<String> said(RevisionResult result) {
        return result.describe().stream()
                .filter(line -> !line.startsWith("remark: "))
                .toList();
    }

    private static List<String> createdByHibernate(TestDb like) throws SQLException {
        try (TestDb other = like.server().newDatabase();
                Bootstrap hibernate = Bootstrap.on(other).entities(KitchenSink.entities(like.database()))) {
            HibernateCreate.runInOrderOfRevisions(hibernate.metadata());
            return words(other);
        }
    }

    private static List<String> words(TestDb db) throws SQLException {
        return SchemaDump.of(db).without("retort_revision").naming(GIVEN).lines();
    }
}
