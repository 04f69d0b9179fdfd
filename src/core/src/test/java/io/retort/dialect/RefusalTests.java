package io.retort.dialect;

import static io.retort.migration.Definitions.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.migration.Operations;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.schema.Column.Generation;
import io.retort.schema.QualifiedName;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unsupported operations are refused with an alternative; the golden files contain the other refusals. */
class RefusalTests {

    /** The methods of a revision cannot declare it. */
    private static final List<Operation> UNCHECKED_KEY =
            List.of(new ConstraintOperation.Add(QualifiedName.parse("t"), unique("uk", "a"), true));

    @ParameterizedTest
    @ValueSource(strings = {"h2", "hsqldb", "sqlite", "sqlserver"})
    void aRenameIntoAnotherSchemaIsRefused(String dialect) {
        assertThatThrownBy(() -> sql(dialect, op -> op.renameTable("a.t", "b.t")))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("rename table a.t to b.t");
    }

    @Test
    void sqliteCountsNothingWithoutRowid() {
        assertThatThrownBy(() -> sql(
                        "sqlite",
                        op -> op.createTable(
                                "t",
                                column("id", bigint()).notNull().identity(),
                                primaryKey("id"),
                                option("without rowid"))))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("a table without rowid has no identity columns");
    }

    @Test
    void postgresChecksRowsForAKeyInAnyCase() {
        assertThatThrownBy(() -> ddl("postgresql", UNCHECKED_KEY))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("unique uk (a)");
    }

    @Test
    void sqlServerChecksRowsForAKeyInAnyCase() {
        assertThatThrownBy(() -> ddl("sqlserver", UNCHECKED_KEY))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("unique uk (a)");
    }

    @Test
    void sqlServerDoesNotBeginASequenceAnewUnasked() {
        assertThatThrownBy(() -> sql(
                        "sqlserver",
                        op -> op.alterSequence(sequence("s"), sequence("s").startWith(9))))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("alter sequence s restart with 9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql", "mariadb"})
    void mySqlCountsOneTwoThree(String dialect) {
        assertThatThrownBy(() -> sql(
                        dialect,
                        op -> op.addColumn(
                                "t", column("id", bigint()).withGeneration(new Generation.Identity(false, 5, 5)))))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining(".identity()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql", "mariadb", "sqlserver"})
    void someHaveNoIntervals(String dialect) {
        assertThatThrownBy(() -> sql(dialect, op -> op.addColumn("t", column("d", interval()))))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("numeric(21, 0)");
    }

    @Test
    void anUnnamedKeyOfALongTableIsFoundUnderItsShortenedName() {
        String table = "t".repeat(70);

        assertThat(sql("postgresql", op -> op.dropConstraint("s." + table.substring(0, 62), primaryKey("id"))))
                .containsExactly("alter table s." + "t".repeat(62) + " drop constraint " + "t".repeat(58) + "_pkey");
        assertThat(sql("postgresql", op -> op.dropConstraint("\"User\"", primaryKey("id"))))
                .containsExactly("alter table \"User\" drop constraint \"User_pkey\"");
    }

    @Test
    void manyRowsAreBroughtInParts() {
        List<Object>[] rows = rows(250);

        assertThat(sql("h2", op -> op.insert("t", columns("id"), rows))).hasSize(3);
        assertThat(sql("h2", op -> op.delete("t", columns("id"), rows))).hasSize(250);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<Object>[] rows(int count) {
        List<Object>[] rows = new List[count];
        for (int i = 0; i < count; i++) {
            rows[i] = row(i);
        }
        return rows;
    }

    private static List<String> sql(String dialect, Consumer<Operations> migration) {
        return ddl(dialect, Operations.collect(migration));
    }

    private static List<String> ddl(String dialect, List<Operation> operations) {
        return operations.stream()
                .flatMap(operation -> operation.sql(Dialects.named(dialect).ddl()).stream())
                .map(statement -> ((Statement.Sql) statement).text())
                .toList();
    }
}
