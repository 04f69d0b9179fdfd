package io.retort.diff.faithful;

import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.author.CheckResult;
import io.retort.diff.author.Difference;
import io.retort.diff.faithful.live.Seedbed;
import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.diff.models.Bootstrap;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code check} prints where rows do not permit to restore what was changed by hand. */
@Tag("long")
class RestorationObstaclesTests {

    private final TestDb db = POSTGRESQL.server().newDatabase();
    private final Bootstrap hibernate = Bootstrap.like(db).entities(Seedbed.entities(POSTGRESQL));
    private final Sandbox sandbox = new Sandbox(db);

    @BeforeEach
    void rows() throws SQLException {
        sandbox.revise(sandbox.compareWithHistory(metadata()).operations());
        db.execute(
                "insert into shelf (id, place) values (7, 'left')",
                "insert into person (id, mood) values (1, 'GOOD'), (2, 'BAD')",
                "insert into item (id, name, code, price, amount, made_at, shelf_id)"
                        + " values (1, 'one', 'c1', 1.25, 3, '2024-02-29 12:30:00', 7), (2, 'two', 'c2', 2.5, 4, null, 7)");
    }

    @AfterEach
    void close() {
        hibernate.close();
        db.close();
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(
                        "alter table item alter price type numeric(12,4); update item set price = 1.2345 where id = 1",
                        "1 of 2 values does not fit numeric(10, 2)",
                        "alter table item alter column price type numeric(10,2)"),
                Arguments.of(
                        "alter table item alter amount drop default, alter amount type varchar(20),"
                                + " drop constraint ck_item_amount",
                        "2 values would be converted, and may not keep their meaning: text may be a number",
                        "alter table item alter column amount type integer"),
                Arguments.of(
                        "alter table item alter made_at type timestamptz",
                        "1 value would be converted in the time zone of your session",
                        "alter table item alter column made_at type timestamp(6)"),
                Arguments.of(
                        "alter table item alter name drop not null; update item set name = null",
                        "2 rows of item have no value",
                        "alter table item alter column name set not null"),
                Arguments.of(
                        "alter table item drop constraint fk_item_shelf; update item set shelf_id = 8 where id = 2",
                        "1 row of item violates it",
                        "alter table item add constraint fk_item_shelf"),
                Arguments.of(
                        "alter table item drop constraint ck_item_amount; update item set amount = -1",
                        "2 rows of item violate it",
                        "alter table item add constraint ck_item_amount"),
                Arguments.of(
                        "alter table item drop constraint uk_item_pair;"
                                + " update item set name = 'one', made_on = '2024-01-01'",
                        "1 value is in several rows of item",
                        "alter table item add constraint uk_item_pair"),
                Arguments.of(
                        "alter table shelf rename place to spot",
                        "if column spot is this column under another name, rename it:"
                                + " alter table shelf rename column spot to place",
                        "alter table shelf add column place"),
                Arguments.of(
                        "alter table shelf rename to rack",
                        "if table rack is this table under another name, rename it: alter table rack rename to shelf",
                        "create table shelf ("),
                Arguments.of(
                        "alter table item alter code type varchar(30); create view codes as select code from item",
                        "view codes depends on it: drop it first, and create it again afterwards",
                        "alter table item alter column code type varchar(20)"),
                Arguments.of(
                        "alter type mood rename value 'BAD' to 'BLUE'",
                        "1 row of person contains 'BLUE' in mood",
                        "alter table person alter column mood type"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theStatementsAreCommentsWithTheReason(String change, String reason, String statement) throws SQLException {
        db.execute(change);

        String text = text();

        assertThat(text).contains("      -- " + reason).containsPattern("(?m)^ +-- .*\\Q" + statement);
        assertThat(text.lines().filter(line -> line.endsWith(";"))).allMatch(line -> line.startsWith("      -- "));
        assertThat(text).contains("Statements that begin with -- would fail");
    }

    @Test
    void theStatementsRunWhenTheRowsAreCorrected() throws SQLException {
        db.execute("alter table item alter price type numeric(12,4)", "update item set price = 1.2345 where id = 1");
        db.execute("update item set price = 1.23 where id = 1");

        assertThat(text()).contains("\n      alter table item alter column price type numeric(10,2);\n");
        assertThat(difference().arbitration().drift())
                .allMatch(object -> object.obstacles().isEmpty());
    }

    @Test
    void aTableIsPrintedWithItsLines() throws SQLException {
        db.execute("drop table tally");

        assertThat(text())
                .contains("\n      create table tally (\n          amount integer,\n")
                .doesNotContain("\\n");
    }

    @Test
    void aSequenceContinuesAfterTheNumbersOfItsRows() throws SQLException {
        db.execute("update item set id = 130 where id = 2", "drop sequence numbers");

        difference().arbitration().drift().forEach(object -> object.sql().forEach(this::run));

        assertThat(db.query("select nextval('numbers') > 130")).containsExactly("t");
        assertThat(difference().arbitration().drift()).isEmpty();
    }

    /** The index is in the way of the constraint, and no revision may drop it elsewhere. */
    @Test
    void anIndexInPlaceOfAConstraintIsNoChangeOfTheEntities() throws SQLException {
        db.execute(
                "alter table item drop constraint uk_item_pair",
                "create unique index uk_item_pair on item (name) where price > 2");

        assertThat(difference().operations()).isEmpty();
        difference().arbitration().drift().forEach(object -> object.sql().forEach(this::run));

        assertThat(difference().operations()).isEmpty();
        assertThat(difference().arbitration().drift()).isEmpty();
    }

    /** The type of a column changes for every table that has it. */
    @Test
    void aTypeOfATableThatIsNotComparedFollows() throws SQLException {
        db.execute("alter type mood add value 'AWFUL'");

        Difference difference = sandbox.compareExcluding(metadata(), List.of("person"));
        difference.arbitration().drift().forEach(object -> object.sql().forEach(this::run));

        assertThat(difference.arbitration().drift()).hasSize(1);
        assertThat(db.query("select mood from person order by id")).containsExactly("GOOD", "BAD");
        assertThat(difference().arbitration().drift()).isEmpty();
    }

    /** The definitions agree, and yet rows can violate them. */
    @Test
    void whatIsNotEnforcedIsRemarkedOn() throws SQLException {
        assertThat(text()).doesNotContain("not validated", "is invalid");
        db.execute(
                "alter table item drop constraint fk_item_shelf",
                "update item set shelf_id = 8 where id = 2",
                "alter table item add constraint fk_item_shelf foreign key (shelf_id) references shelf not valid",
                "update pg_index set indisvalid = false where indexrelid = 'ix_item_name'::regclass");

        assertThat(text())
                .contains("Constraint fk_item_shelf of item is not validated: rows from before it can violate it.")
                .contains("Index ix_item_name on item is invalid: the database does not use it.");
    }

    private void run(String sql) {
        try {
            db.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private String text() {
        return String.join("\n", new CheckResult(difference()).describe());
    }

    private Difference difference() {
        return sandbox.compareWithEither(metadata(), sandbox.dataSource(), null);
    }

    private Metadata metadata() {
        return hibernate.metadata();
    }
}
