package io.retort.diff.question;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL_15;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.retort.diff.author.RevisionResult;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.annotations.GeneratedColumn;
import org.junit.jupiter.api.io.TempDir;

/** A column with stored values becomes generated: the values are not dropped without a question. */
class ComputedFromNowOnTests {

    private static final String TOTALS = "select total from item order by id";

    @TempDir
    Path folder;

    @Entity
    @Table(name = "item", indexes = @Index(name = "ix_item_price", columnList = "price"))
    static class Plain {
        @Id
        long id;

        int price;
        int total;
    }

    @Entity
    @Table(name = "item", indexes = @Index(name = "ix_item_price", columnList = "price"))
    static class Computed {
        @Id
        long id;

        int price;

        @GeneratedColumn("price * 2")
        int total;
    }

    @OnDatabases({POSTGRESQL, POSTGRESQL_15, MARIADB, MYSQL, H2, SQLITE})
    void nothingIsWrittenWithoutAnAnswer(TestDb db) throws SQLException {
        WrittenProject project = begun(db, "1, 5, 10", "2, 7, 99", "3, 1, 0");
        UnansweredException open =
                catchThrowableOfType(UnansweredException.class, () -> revision(project, db, Answers.NONE));

        assertThat(open.questions()).extracting(Question::kind).containsExactly("computed");
        assertThat(open.what())
                .contains("Column item.total (integer) becomes a generated column, as price * 2;"
                        + " 2 stored values differ from that.")
                .contains("--drop=item.total")
                .contains("--keep=item.total");
        assertThat(open.action()).contains("--keep=\"item.total\"");
    }

    @OnDatabases({POSTGRESQL, POSTGRESQL_15, MARIADB, MYSQL, H2, SQLITE})
    void aColumnThatIsKeptKeepsItsValues(TestDb db) throws SQLException {
        WrittenProject project = begun(db, "1, 5, 10", "2, 7, 99");
        RevisionResult kept = revision(project, db, ShopProject.answers("keep=item.total"));

        assertThat(kept.describe()).contains("skipped: item.total: not changed, as answered (computed)");
        assertThat(kept.draft()).as("nothing to write").isNull();
        assertThat(db.query(TOTALS)).containsExactly("10", "99");
    }

    @OnDatabases({POSTGRESQL, POSTGRESQL_15, MARIADB, MYSQL, H2, SQLITE})
    void valuesThatWereGivenUpAreComputedAndStayOnTheWayBack(TestDb db) throws SQLException {
        WrittenProject project = begun(db, "1, 5, 10", "2, 7, 99");
        revision(project, db, ShopProject.answers("drop=item.total"));
        project.retort().upgrade("head");

        db.execute("update item set price = 8 where id = 2");
        assertThat(db.query(TOTALS)).containsExactly("10", "16");
        try (Bootstrap hibernate = Bootstrap.on(db).entities(List.of(Computed.class))) {
            assertThat(project.difference(hibernate.metadata()).operations())
                    .extracting(Operation::describe)
                    .isEmpty();
        }
        project.retort().downgrade("-1");
        db.execute("insert into item (id, price, total) values (3, 1, 1)");
        assertThat(db.query(TOTALS)).containsExactly("10", "16", "1");
    }

    @OnDatabases({POSTGRESQL, POSTGRESQL_15, MARIADB, MYSQL, H2, SQLITE})
    void valuesThatAreTheComputedOnesAreNoQuestion(TestDb db) throws SQLException {
        WrittenProject project = begun(db, "1, 5, 10", "2, 7, 14");

        assertThat(revision(project, db, Answers.NONE).draft().up()).hasSize(1);
    }

    private WrittenProject begun(TestDb db, String... rows) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(List.of(Plain.class))) {
            project.revision("begin", hibernate.metadata(), Answers.NONE);
        }
        project.retort().upgrade("head");
        for (String row : rows) {
            db.execute("insert into item (id, price, total) values (" + row + ")");
        }
        return project;
    }

    private static RevisionResult revision(WrittenProject project, TestDb db, Answers answers) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(List.of(Computed.class))) {
            return project.revision("compute", hibernate.metadata(), answers);
        }
    }
}
