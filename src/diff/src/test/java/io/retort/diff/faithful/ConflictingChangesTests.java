package io.retort.diff.faithful;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.author.Arbitration.DriftedObject;
import io.retort.diff.author.Basis;
import io.retort.diff.author.Difference;
import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.question.Answers;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;

/** An object that was changed by hand, and whose entity changed, too. The history is what a revision starts from. */
@Tag("long")
class ConflictingChangesTests {

    @Entity(name = "Audit")
    @Table(name = "audit", indexes = @Index(name = "ix_audit_what", columnList = "what"))
    static class Audit {
        @Id
        long id;

        @Column(length = 50)
        String what;

        @Column(length = 200)
        String note;
    }

    @Entity(name = "Audit")
    @Table(name = "audit", indexes = @Index(name = "ix_audit_what", columnList = "what"))
    static class LongerAudit {
        @Id
        long id;

        @Column(length = 70)
        String what;

        @Column(length = 300)
        String note;
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, SQLITE})
    void aTableThatWasDropped(TestDb db) throws SQLException {
        changed(db, "table audit is missing", "drop table audit");
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, SQLITE})
    void aColumnThatWasDropped(TestDb db) throws SQLException {
        changed(db, "column audit.note is missing", "alter table audit drop column note");
    }

    @OnDatabases({POSTGRESQL, H2})
    void aColumnOfAnotherLength(TestDb db) throws SQLException {
        changed(
                db,
                "column audit.note is varchar(100) instead of varchar(200)",
                "alter table audit alter column note set data type varchar(100)");
    }

    /** The revision runs in a database without the change by hand, and in this one after the printed statements. */
    private static void changed(TestDb db, String reason, String byHand) throws SQLException {
        try (Bootstrap before = Bootstrap.like(db).entities(Audit.class);
                Bootstrap after = Bootstrap.like(db).entities(LongerAudit.class);
                TestDb clean = db.server().newDatabase()) {
            Sandbox sandbox = new Sandbox(db);
            sandbox.revise(sandbox.compareWithHistory(before.metadata()).operations());
            Sandbox other = new Sandbox(clean);
            other.revise(other.compareWithHistory(before.metadata()).operations());
            clean.execute("insert into audit (id, what, note) values (1, 'seen', 'kept')");
            db.execute(byHand);

            Difference difference = sandbox.compareWithEither(after.metadata(), sandbox.dataSource(), Answers.NONE);

            assertThat(difference.basis().kind()).isEqualTo(Basis.Kind.HISTORY);
            assertThat(difference.basis().reason()).contains(reason);
            assertThat(difference.operations())
                    .extracting(Operation::describe)
                    .allSatisfy(operation -> assertThat(operation).doesNotStartWith("+"));
            other.revise(difference.operations());
            assertThat(other.compareWithEither(after.metadata(), other.dataSource(), Answers.NONE)
                            .operations())
                    .isEmpty();
            assertThat(clean.query("select note from audit")).containsExactly("kept");

            for (DriftedObject object : difference.arbitration().drift()) {
                db.execute(object.sql().toArray(String[]::new));
            }
            sandbox.revise(difference.operations());
            Difference restored = sandbox.compareWithEither(after.metadata(), sandbox.dataSource(), Answers.NONE);
            assertThat(restored.basis()).isEqualTo(Basis.DATABASE);
            assertThat(restored.operations()).isEmpty();
            assertThat(restored.arbitration().drift()).isEmpty();
        }
    }
}
