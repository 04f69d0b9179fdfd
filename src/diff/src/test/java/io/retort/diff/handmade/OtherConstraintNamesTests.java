package io.retort.diff.handmade;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.dialect.Dialect;
import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.models.HibernateCreate;
import io.retort.internal.dialect.Dialects;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.boot.Metadata;

/**
 * A revision that was written on a database created by revisions, and runs on one that {@code ddl-auto} created, where
 * constraints have other names.
 */
class OtherConstraintNamesTests {

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void constraintsAreFoundByTheirColumns(TestDb developer) throws SQLException {
        for (ItemVersion to : List.of(
                ItemVersion.CODE_NOT_UNIQUE, ItemVersion.NO_REFERENCE, ItemVersion.CONSTANT_MORE, ItemVersion.WIDER)) {
            runs(developer, to, false);
            runs(developer, to, true);
        }
    }

    private static void runs(TestDb like, ItemVersion to, boolean sql) throws SQLException {
        try (TestDb developer = like.server().newDatabase();
                TestDb adopted = like.server().newDatabase();
                Bootstrap model = Bootstrap.like(like);
                Bootstrap before = Bootstrap.on(adopted);
                Bootstrap after = Bootstrap.like(like)) {
            Metadata base = model.entities(ItemVersion.BASE.entities()).metadata();
            Metadata wanted = after.entities(to.entities()).metadata();
            HibernateCreate.run(before.entities(ItemVersion.BASE.entities()).metadata());
            Sandbox first = new Sandbox(developer);
            first.revise(first.compare(base).operations());
            List<Operation> written = first.compare(wanted).operations();
            assertThat(written).as("what is written for " + to).isNotEmpty();

            Sandbox second = new Sandbox(adopted);
            second.revise(sql ? inSql(written, adopted) : written);

            assertThat(second.compare(wanted).operations())
                    .extracting(Operation::describe)
                    .as(to + (sql ? " in SQL" : " in Java"))
                    .isEmpty();
            assertThat(second.compare(wanted).notOurs())
                    .as("nothing is left of " + to)
                    .isEmpty();
        }
    }

    /** The operations as an SQL file contains them. */
    private static List<Operation> inSql(List<Operation> operations, TestDb db) throws SQLException {
        try (Connection connection = db.connect()) {
            Dialect dialect = Dialects.of(connection);
            List<Operation> said = new ArrayList<>();
            for (Operation operation : operations) {
                for (Statement statement : operation.sql(dialect.ddl())) {
                    Statement.Sql one = (Statement.Sql) statement;
                    said.add(new DataOperation.Execute(one.textInFile(), null));
                }
            }
            return said;
        }
    }
}
