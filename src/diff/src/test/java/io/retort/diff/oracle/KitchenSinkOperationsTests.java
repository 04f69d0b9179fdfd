package io.retort.diff.oracle;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.author.Draft;
import io.retort.diff.author.RevisionResult;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.models.kitchensink.KitchenSink;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.operation.Operation;
import io.retort.schema.Snapshot;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;

/** Properties of operations, checked on the longest list available: the one that creates the kitchen sink. */
class KitchenSinkOperationsTests {

    @TempDir
    Path folder;

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE})
    void writtenCompiledAndSaidAgainTheyAreTheSame(TestDb db) {
        WrittenProject project = new WrittenProject(folder, db);
        Draft draft = draft(project, db);

        Migration migration = project.latest().migration().get();

        assertThat(Operations.collect(migration::upgrade))
                .hasSizeGreaterThan(40)
                .containsExactlyElementsOf(draft.up());
        assertThat(Operations.collect(migration::downgrade)).containsExactlyElementsOf(draft.down());
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE})
    void reversedTwiceTheyAreThemselvesAndOnceTheyTakeBackEverything(TestDb db) {
        List<Operation> up = difference(db);

        List<Operation> down = Operation.reverse(up).orElseThrow();

        assertThat(Operation.reverse(down).orElseThrow()).containsExactlyElementsOf(up);
        assertThat(applied(down, applied(up, Snapshot.EMPTY))).isEqualTo(Snapshot.EMPTY);
    }

    private List<Operation> difference(TestDb db) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(KitchenSink.entities(db.database()))) {
            return new WrittenProject(folder, db)
                    .difference(hibernate.metadata())
                    .operations();
        }
    }

    private static Draft draft(WrittenProject project, TestDb db) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(KitchenSink.entities(db.database()))) {
            RevisionResult result = project.revision("create everything", hibernate.metadata());
            return Objects.requireNonNull(result.draft());
        }
    }

    private static Snapshot applied(List<Operation> operations, Snapshot start) {
        Snapshot schema = start;
        for (Operation operation : operations) {
            schema = operation.applyTo(schema);
        }
        return schema;
    }
}
