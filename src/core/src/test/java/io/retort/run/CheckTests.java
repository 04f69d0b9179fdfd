package io.retort.run;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.retort.Retort;
import io.retort.internal.dialect.Dialects;
import io.retort.migration.Operations;
import io.retort.revision.RevisionInfo;
import io.retort.schema.QualifiedName;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Checks that stop a step because of rows, as generated revisions contain them. */
class CheckTests {

    private static final String MESSAGE = "item.state can't become a number: some values aren't \"digits\"";
    private static final String ROWS = "select id, state, progress, in_flight from retort_revision order by id";

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aDowngradeThatStopsAtAFirstCheckLeavesTheRevisionApplied(TestDb db) throws SQLException {
        String check = check(db);
        for (boolean transactional : List.of(true, false)) {
            Retort retort = retort(transactional, db, op -> {
                op.execute("create table later (id integer)", "drop table later");
                op.execute("select 1 from item", check);
            });
            db.execute("create table item (state varchar(20))", "insert into item values ('x')");
            retort.upgrade("head");

            MigrationFailedException failure =
                    catchThrowableOfType(MigrationFailedException.class, () -> retort.downgrade("-1"));

            reports(failure);
            assertThat(failure.rolledBack()).isTrue();
            assertThat(db.query(ROWS)).containsExactly("aa1|applied|0|null");
            assertThat(retort.upgrade("head").steps()).isEmpty();
            assertThat(retort.status().partial()).isEmpty();
            db.execute("delete from item");
            assertThat(retort.downgrade("-1").steps()).hasSize(1);
            db.execute("drop table item", "drop table retort_revision");
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void anUpgradeThatStopsAtAFirstCheckLeavesNoRow(TestDb db) throws SQLException {
        String check = check(db);
        for (boolean transactional : List.of(true, false)) {
            Retort retort = retort(transactional, db, op -> {
                op.execute(check, "select 1 from item");
                op.execute("create table later (id integer)", "drop table later");
            });
            db.execute("create table item (state varchar(20))", "insert into item values ('x')");

            MigrationFailedException failure =
                    catchThrowableOfType(MigrationFailedException.class, () -> retort.upgrade("head"));

            reports(failure);
            assertThat(failure.rolledBack()).isTrue();
            assertThat(db.query(ROWS)).isEmpty();
            db.execute("delete from item");
            assertThat(retort.upgrade("head").steps()).hasSize(1);
            db.execute("drop table item", "drop table later", "drop table retort_revision");
        }
    }

    /** A passed check is no progress: on products that commit each statement, nothing of the step is recorded. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void whatFailsAfterPassedChecksLeavesNothingHalfApplied(TestDb db) throws SQLException {
        String check = check(db);
        String passing = check.replace("not in", "in");
        for (boolean transactional : List.of(true, false)) {
            for (String failing :
                    List.of(check, "alter table nowhere add x integer", "insert into nowhere values (1)")) {
                Retort retort = retort(transactional, db, op -> {
                    op.execute("create table later (id integer)", "drop table later");
                    op.execute("select 1 from item", failing);
                    op.execute("select 1 from item", passing);
                });
                db.execute("create table item (state varchar(20))", "insert into item values ('x')");
                retort.upgrade("head");

                MigrationFailedException failure =
                        catchThrowableOfType(MigrationFailedException.class, () -> retort.downgrade("-1"));

                assertThat(failure.getMessage()).contains("statement 2 of 3").contains("in doubt           nothing");
                assertThat(failure.rolledBack()).as(failing).isTrue();
                assertThat(db.query(ROWS)).as(failing).containsExactly("aa1|applied|0|null");
                db.execute("drop table item", "drop table later", "drop table retort_revision");
            }
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aCheckSeesTheRowsOfItsRevisionAndTakesThemBack(TestDb db) throws SQLException {
        String check = check(db);
        Retort retort = retort(true, db, op -> {
            op.execute("insert into item values ('y')", "select 1 from item");
            op.execute(check, "select 1 from item");
        });
        db.execute("create table item (state varchar(20))");

        MigrationFailedException failure =
                catchThrowableOfType(MigrationFailedException.class, () -> retort.upgrade("head"));

        reports(failure);
        assertThat(db.query("select state from item")).isEmpty();
        assertThat(db.query(ROWS)).isEmpty();
    }

    /** A step that continues must not check values that it has already changed. */
    @OnDatabases({MARIADB, MYSQL, H2, HSQLDB})
    void aStepThatContinuesDoesNotRepeatAPassedCheck(TestDb db) throws SQLException {
        String check = check(db);
        db.execute("create table item (state varchar(20))", "insert into item values ('1')");
        Retort retort = retort(true, db, op -> {
            op.execute(check, "select 1 from item");
            op.execute("create table later (id integer)", "drop table later");
            op.execute("insert into item values ('x')", "delete from item");
            op.execute("create table more (id integer)", "drop table more");
            op.execute("insert into helper values (1)", "delete from helper");
        });
        catchThrowableOfType(MigrationFailedException.class, () -> retort.upgrade("head"));
        assertThat(db.query(ROWS)).containsExactly("aa1|upgrading|4|null");
        db.execute("create table helper (id integer)");

        assertThat(retort.upgrade("head").steps()).hasSize(1);
        assertThat(db.query(ROWS)).containsExactly("aa1|applied|0|null");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void ddlThatRowsContradictIsNotBlamedOnTheFile(TestDb db) throws SQLException {
        db.execute(
                "create table item (state varchar(20))",
                "insert into item values ('x')",
                "insert into item values ('x')");
        Retort retort = retort(true, db, op -> op.execute("create unique index ux on item (state)", "drop index ux"));

        MigrationFailedException failure =
                catchThrowableOfType(MigrationFailedException.class, () -> retort.upgrade("head"));

        assertThat(failure.action()).startsWith("Existing rows prevent the statement");
        assertThat(db.query(ROWS)).isEmpty();
    }

    private static void reports(MigrationFailedException failure) {
        assertThat(failure.getMessage())
                .contains("check              " + MESSAGE)
                .contains("in doubt           nothing")
                .doesNotContain("more than")
                .doesNotContain("malformed")
                .doesNotContain("cardinality");
        assertThat(failure.action()).contains("rows").contains("run it again").doesNotContain("Correct ");
    }

    private static String check(TestDb db) throws SQLException {
        try (Connection connection = db.connect()) {
            return Dialects.of(connection).failIfAny(QualifiedName.parse("item"), "state not in ('1', '2')", MESSAGE);
        }
    }

    private static Retort retort(boolean transactional, TestDb db, Consumer<Operations> upgrade) {
        RevisionInfo info = new RevisionInfo(
                "aa1", List.of(), List.of(), List.of(), "checks", null, transactional, "revisions.aa1");
        return Retort.on(db.dataSource(), List.of(() -> List.of(new RevisionCode(info, () -> upgrade::accept))));
    }
}
