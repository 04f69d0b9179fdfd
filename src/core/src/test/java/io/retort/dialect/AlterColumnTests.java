package io.retort.dialect;

import static io.retort.migration.Definitions.*;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL_15;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.internal.dialect.Dialects;
import io.retort.migration.Operations;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** The effect of column changes on existing rows. */
class AlterColumnTests {

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void textsBecomeNumbersAndTheDefaultGoesAlong(TestDb db) throws SQLException {
        run(db, op -> {
            op.createTable(
                    "person",
                    column("id", integer()).notNull(),
                    column("age", varchar(10)).defaultValue("7"),
                    primaryKey("id"));
            op.insert("person", columns("id", "age"), row(1, "42"));
        });

        run(db, op -> {
            op.alterColumn(
                    "person",
                    column("age", varchar(10)).defaultValue("7"),
                    column("age", integer()).defaultValue(8).notNull());
            op.insert("person", columns("id"), row(2));
        });

        assertThat(db.query("select age + 1 from person order by id")).containsExactly("43", "9");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2})
    void aCommentThatLooksLikeAConstraintIsAComment(TestDb db) throws SQLException {
        String comment = "see CHECK (1 = 2), INVISIBLE";
        run(db, op -> {
            op.createTable("person", column("name", varchar(20)).comment(comment));
            op.insert("person", columns("name"), row("Ada"));
        });

        run(
                db,
                op -> op.alterColumn(
                        "person",
                        column("name", varchar(20)).comment(comment),
                        column("name", varchar(40)).comment(comment)));
        db.execute("insert into person values ('Wolfeschlegelsteinhausenberger')");

        assertThat(db.query("select * from person order by name"))
                .containsExactly("Ada", "Wolfeschlegelsteinhausenberger");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void aTextThatIsNoLongerLongEnoughIsNotCutWithoutAWord(TestDb db) throws SQLException {
        run(db, op -> {
            op.createTable("person", column("name", varchar(20)));
            op.insert("person", columns("name"), row("Wolfeschlegelstein"));
        });

        assertThatThrownBy(() -> run(
                        db, op -> op.alterColumn("person", column("name", varchar(20)), column("name", varchar(5)))))
                .isInstanceOf(SQLException.class);
        assertThat(db.query("select name from person")).containsExactly("Wolfeschlegelstein");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void anEnumHasOtherConstantsWhereverTheyAreKept(TestDb db) throws SQLException {
        run(db, op -> {
            op.createTable("ticket", column("id", integer()).notNull(), column("state", enumOf("NEW", "DONE")));
            op.insert("ticket", columns("id", "state"), row(1, "NEW"));
        });

        run(db, op -> {
            op.alterColumn(
                    "ticket", column("state", enumOf("NEW", "DONE")), column("state", enumOf("DONE", "HELD", "NEW")));
            op.insert("ticket", columns("id", "state"), row(2, "HELD"));
        });

        assertThatThrownBy(() -> run(db, op -> op.insert("ticket", columns("id", "state"), row(3, "LATE"))))
                .isInstanceOf(SQLException.class);
        run(db, op -> {
            op.alterColumn("ticket", column("state", enumOf("DONE", "HELD", "NEW")), column("state", varchar(20)));
            op.insert("ticket", columns("id", "state"), row(3, "LATE"));
            op.execute("delete from ticket where id = 3");
            op.alterColumn("ticket", column("state", varchar(20)), column("state", enumOf(20, "HELD", "NEW")));
        });
        assertThatThrownBy(() -> run(db, op -> op.insert("ticket", columns("id", "state"), row(3, "DONE"))))
                .isInstanceOf(SQLException.class);
        assertThat(db.query("select state from ticket order by id")).containsExactly("NEW", "HELD");
        run(db, op -> op.dropColumn("ticket", column("state", enumOf(20, "HELD", "NEW"))));
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void anIdentityGoesOnBehindTheNumbersThatAreThere(TestDb db) throws SQLException {
        run(db, op -> {
            op.createTable("person", column("id", bigint()).notNull(), column("name", varchar(20)), primaryKey("id"));
            op.insert("person", columns("id", "name"), row(1, "Ada"), row(41, "Bob"));
        });

        run(db, op -> {
            op.alterColumn(
                    "person",
                    column("id", bigint()).notNull(),
                    column("id", bigint()).notNull().identity());
            op.insert("person", columns("name"), row("Eve"));
        });

        assertThat(db.query("select id from person order by id")).containsExactly("1", "41", "42");
    }

    @OnDatabases({POSTGRESQL, H2})
    void anIdentityThatChangesItsWaysKeepsCounting(TestDb db) throws SQLException {
        run(db, op -> {
            op.createTable(
                    "person",
                    column("id", bigint()).notNull().identity(),
                    column("name", varchar(20)),
                    primaryKey("id"));
            op.insert("person", columns("name"), row("Ada"), row("Bob"));
        });

        run(db, op -> {
            op.alterColumn(
                    "person",
                    column("id", bigint()).notNull().identity(),
                    column("id", bigint()).notNull().identityAlways());
            op.insert("person", columns("name"), row("Eve"));
        });

        assertThat(db.query("select id from person order by id")).containsExactly("1", "2", "3");
        assertThatThrownBy(() -> run(db, op -> op.insert("person", columns("id", "name"), row(9, "Kim"))))
                .isInstanceOf(SQLException.class);
    }

    @OnDatabases({POSTGRESQL, H2})
    void anIdentityCountsInOtherSteps(TestDb db) throws SQLException {
        Generation.Identity tens = identity().startWith(10).incrementBy(10);
        Generation.Identity fives = identity().startWith(10).incrementBy(5);
        run(db, op -> {
            op.createTable("person", column("id", bigint()).notNull(), column("name", varchar(20)), primaryKey("id"));
            op.insert("person", columns("id", "name"), row(1, "Ada"));
            op.alterColumn(
                    "person",
                    column("id", bigint()).notNull(),
                    column("id", bigint()).notNull().withGeneration(tens));
            op.insert("person", columns("name"), row("Bob"), row("Eve"));
        });

        run(db, op -> {
            op.alterColumn(
                    "person",
                    column("id", bigint()).notNull().withGeneration(tens),
                    column("id", bigint()).notNull().withGeneration(fives));
            op.insert("person", columns("name"), row("Kim"));
        });

        assertThat(db.query("select id from person where id > 1 order by id"))
                .hasSize(3)
                .first()
                .isEqualTo("2");
        assertThat(db.query("select max(id) - 12 from person")).first().isIn("5", "10");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void aWiderTypeKeepsEverythingElseOfAnIdentity(TestDb db) throws SQLException {
        run(db, op -> {
            op.createTable(
                    "person",
                    column("id", integer()).notNull().identity(),
                    column("name", varchar(20)),
                    primaryKey("id"));
            op.insert("person", columns("name"), row("Ada"));
        });

        run(db, op -> {
            op.alterColumn(
                    "person",
                    column("id", integer()).notNull().identity(),
                    column("id", bigint()).notNull().identity());
            op.insert("person", columns("name"), row("Bob"));
        });

        assertThat(db.query("select id from person order by id")).containsExactly("1", "2");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2})
    void truthBecomesANumberAndTruthAgain(TestDb db) throws SQLException {
        run(db, op -> {
            op.createTable("flags", column("id", integer()).notNull(), column("flag", bool()));
            op.insert("flags", columns("id", "flag"), row(1, true), row(2, false), row(3, null));
        });

        Consumer<Operations> there = op -> op.alterColumn("flags", column("flag", bool()), column("flag", smallint()));
        run(db, there);
        assertThat(db.query("select flag from flags order by id")).containsExactly("1", "0", "null");
        run(db, op -> op.reverse(there));

        assertThat(db.query("select count(*) from flags where flag = true")).containsExactly("1");
    }

    /**
     * PostgreSQL cannot make an existing column a generated one, so it is dropped and added again, and its values are
     * the generated ones.
     */
    @OnDatabases(POSTGRESQL)
    void aPlainColumnBecomesComputedAndItsOwnValuesAreGone(TestDb db) throws SQLException {
        run(db, op -> {
            op.createTable("sums", column("a", integer()), column("b", integer()));
            op.insert("sums", columns("a", "b"), row(5, 1));
        });

        run(
                db,
                op -> op.alterColumn(
                        "sums", column("b", integer()), column("b", integer()).computed("a * 2")));

        assertThat(db.query("select a, b from sums")).containsExactly("5|10");
    }

    @OnDatabases({POSTGRESQL, POSTGRESQL_15, MARIADB, MYSQL, H2, HSQLDB})
    void aComputedColumnThatIsPlainFromNowOnKeepsItsValues(TestDb db) throws SQLException {
        boolean virtual = !List.of(POSTGRESQL_15, H2, HSQLDB).contains(db.database());
        Column computed = virtual
                ? column("b", integer()).computedVirtual("a * 2")
                : column("b", integer()).computed("a * 2");
        run(db, op -> {
            op.createTable("sums", column("a", integer()), computed);
            op.insert("sums", columns("a"), row(5));
        });

        run(db, op -> op.alterColumn("sums", computed, column("b", integer()).notNull()));
        db.execute("insert into sums (a, b) values (7, 1)");

        assertThat(db.query("select a, b from sums order by a")).containsExactly("5|10", "7|1");
        assertThatThrownBy(() -> db.execute("insert into sums (a, b) values (8, null)"))
                .isInstanceOf(SQLException.class);
    }

    @OnDatabases({POSTGRESQL, H2})
    void aComputedColumnIsComputedOtherwise(TestDb db) throws SQLException {
        run(db, op -> {
            op.createTable(
                    "sums",
                    column("a", integer()),
                    column("b", integer()).notNull().computed("a * 2"));
            op.insert("sums", columns("a"), row(5));
        });

        run(
                db,
                op -> op.alterColumn(
                        "sums",
                        column("b", integer()).notNull().computed("a * 2"),
                        column("b", integer()).notNull().computed("a * 3")));

        assertThat(db.query("select b from sums")).containsExactly("15");
        assertThatThrownBy(() -> db.execute("insert into sums (a) values (null)"))
                .isInstanceOf(SQLException.class);
    }

    private static void run(TestDb db, Consumer<Operations> migration) throws SQLException {
        Dialect dialect = Dialects.named(db.database().product());
        for (Operation operation : Operations.collect(migration)) {
            for (Statement statement : operation.sql(dialect.ddl())) {
                db.execute(((Statement.Sql) statement).text());
            }
        }
    }
}
