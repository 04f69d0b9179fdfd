package io.retort.diff.question;

import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.annotations.Check;
import org.junit.jupiter.api.io.TempDir;

/**
 * Only recreating the table changes the name of a constraint on SQLite. Names are not compared, so a renamed table with
 * many rows is not copied for a name.
 */
class NamesInRecreatedTablesTests {

    @TempDir
    Path folder;

    static final class Before {

        @Entity(name = "Item")
        @Table(name = "item", uniqueConstraints = @UniqueConstraint(name = "uk_item_code", columnNames = "code"))
        @Check(name = "item_amount", constraints = "amount > 0")
        static class Item {
            @Id
            long id;

            int amount;
            String code;
        }
    }

    static final class After {

        @Entity(name = "Thing")
        @Table(name = "thing", uniqueConstraints = @UniqueConstraint(name = "uk_thing_code", columnNames = "code"))
        @Check(name = "thing_amount", constraints = "amount > 0")
        static class Thing {
            @Id
            long id;

            int amount;
            String code;
        }
    }

    @OnDatabases(SQLITE)
    void aRenamedTableIsNotCopiedForNames(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(Before.Item.class)) {
            project.revision("begin", hibernate.metadata(), Answers.NONE);
        }
        project.retort().upgrade("head");
        db.execute("insert into item (id, amount, code) values (1, 5, 'a')");
        try (Bootstrap hibernate = Bootstrap.on(db).entities(After.Thing.class)) {
            Answers renamed = ShopProject.answers("rename=item:thing");
            assertThat(described(project.comparedWithHistory(hibernate.metadata(), renamed)
                            .operations()))
                    .isEqualTo(described(
                            project.compare(hibernate.metadata(), renamed).operations()))
                    .containsExactly("~ table item renamed to thing");
            project.revision("rename", hibernate.metadata(), renamed);
            project.retort().upgrade("head");
            assertThat(project.comparedWithHistory(hibernate.metadata()).operations())
                    .isEmpty();
            assertThat(project.difference(hibernate.metadata()).operations()).isEmpty();
        }
        assertThat(db.query("select code from thing")).containsExactly("a");
        project.retort().downgrade("-1");
        assertThat(db.query("select code from item")).containsExactly("a");
    }

    private static List<String> described(List<Operation> operations) {
        return operations.stream().map(Operation::describe).toList();
    }
}
