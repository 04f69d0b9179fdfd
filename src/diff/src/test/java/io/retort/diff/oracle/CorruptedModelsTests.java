package io.retort.diff.oracle;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.Retort;
import io.retort.diff.EntityComparison;
import io.retort.diff.TableFilter;
import io.retort.diff.author.CheckResult;
import io.retort.diff.author.Difference;
import io.retort.diff.metadata.CapturedMetadata;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.models.HibernateCreate;
import io.retort.diff.models.kitchensink.KitchenSink;
import io.retort.error.RetortException;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.DenormalizedTable;
import org.hibernate.mapping.Formula;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * A database that matches the kitchen sink, and the kitchen sink with one invalid part: an unknown type, or a check
 * constraint or index with an unknown function. Exactly that part is not compared, nothing else differs, and the result
 * is not reported as agreement.
 */
class CorruptedModelsTests {

    /** Invalid everywhere except on SQLite, which accepts any word as a type. */
    private static final String NO_TYPE = "no_such_type(1,,2)";

    private static final String FUNCTION = "no_such_function";

    private final Random random = new Random(13);
    private int seams;

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aRefusedPartIsSaidAndHidesNothingElse(TestDb db) {
        try (Bootstrap hibernate = Bootstrap.like(db).entities(KitchenSink.entities(db.database()));
                Bootstrap creating = Bootstrap.on(db).entities(KitchenSink.entities(db.database()))) {
            HibernateCreate.runInOrderOfRevisions(creating.metadata());
            CapturedMetadata unit = unit(hibernate);
            assertThat(compare(db, unit, TableFilter.NONE).outcome()).isEqualTo(CheckResult.Outcome.AGREE);
            for (Table table : sample(tables(unit))) {
                for (Column column : some(corruptible(table, unit))) {
                    corruptedType(db, unit, table, column);
                }
            }
            assertThat(compare(db, unit, TableFilter.NONE).outcome()).isEqualTo(CheckResult.Outcome.AGREE);
            for (Table table : some(tables(unit))) {
                if (db.database() != MYSQL) { // the embedded version parses check constraints and ignores them
                    corruptedCheck(db, unit(hibernate), table.getName());
                }
                corruptedIndex(db, unit(hibernate), table.getName());
            }
        }
        System.out.println("[corrupted] " + db.database() + ": " + seams + " seams");
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE})
    void aNewTableWithARefusedPartIsAFailure(TestDb db) {
        try (Bootstrap hibernate = Bootstrap.like(db).entities(KitchenSink.entities(db.database()))) {
            CapturedMetadata unit = unit(hibernate);
            for (Table table : some(tables(unit))) {
                for (Column column : some(corruptible(table, unit))) {
                    whileCorrupted(column, () -> {
                        assertThatThrownBy(() -> compare(db, unit, TableFilter.NONE))
                                .isInstanceOf(RetortException.class)
                                .hasMessageContaining(" cannot be created.")
                                .hasMessageContaining(NO_TYPE)
                                .hasMessageContaining("the option `exclude=");
                        TableFilter without = new TableFilter(List.of(), holding(column, unit));
                        assertThat(compare(db, unit, without).outcome()).isEqualTo(CheckResult.Outcome.DIFFER);
                    });
                }
            }
        }
    }

    private void corruptedType(TestDb db, CapturedMetadata unit, Table table, Column column) {
        whileCorrupted(column, () -> {
            if (table.getColumns().size() == 1) {
                seams++;
                assertThatThrownBy(() -> compare(db, unit, TableFilter.NONE))
                        .isInstanceOf(RetortException.class)
                        .hasMessageStartingWith("A mapped table cannot be created. table ");
                return;
            }
            isIncomplete(db, unit, column.getName());
            if (table instanceof DenormalizedTable) {
                return; // it hides a column that is added after its columns were sorted
            }
            Column more = new Column("retort_more");
            more.setValue(column.getValue());
            more.setSqlType("integer");
            table.addColumn(more);
            try {
                CheckResult drift = compare(db, unit, TableFilter.NONE);
                assertThat(drift.outcome()).as(what(table, column)).isEqualTo(CheckResult.Outcome.DIFFER);
                assertThat(drift.difference().operations())
                        .as(what(table, column))
                        .extracting(Operation::describe)
                        .singleElement()
                        .asString()
                        .contains("retort_more");
            } finally {
                table.getColumns().remove(more);
            }
        });
    }

    private void corruptedCheck(TestDb db, CapturedMetadata unit, String name) {
        if (unit.metadata().getDatabase().getDialect().supportsTableCheck()) {
            tables(unit).stream()
                    .filter(table -> table.getName().equals(name))
                    .forEach(table -> table.addCheck(new CheckConstraint("ck_corrupted", FUNCTION + "(1) > 0")));
            isIncomplete(db, unit, FUNCTION);
        }
    }

    private void corruptedIndex(TestDb db, CapturedMetadata unit, String name) {
        tables(unit).stream()
                .filter(table -> table.getName().equals(name))
                .forEach(table ->
                        table.getOrCreateIndex("ix_corrupted").addColumn(new Formula("(" + FUNCTION + "(1))")));
        isIncomplete(db, unit, FUNCTION);
    }

    private void isIncomplete(TestDb db, CapturedMetadata unit, String part) {
        seams++;
        CheckResult drift = compare(db, unit, TableFilter.NONE);
        assertThat(drift.difference().operations())
                .as(part)
                .extracting(Operation::describe)
                .isEmpty();
        assertThat(drift.outcome()).as(part).isEqualTo(CheckResult.Outcome.INCOMPLETE);
        assertThat(drift.outcome().status().code()).isEqualTo(7);
        assertThat(drift.difference().skipped())
                .as(part)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).containsIgnoringCase(part));
        assertThat(drift.describe().get(0)).startsWith("Not everything could be compared: ");
        assertThat(drift.describe()).noneMatch(line -> line.contains("agree."));
        assertThat(drift.json()).containsEntry("agree", false).containsEntry("outcome", "incomplete");
    }

    private static void whileCorrupted(Column column, Runnable work) {
        String type = column.getSqlType();
        setType(column, NO_TYPE);
        try {
            work.run();
        } finally {
            setType(column, type);
        }
    }

    /** Hibernate's own setter accepts a type only once. */
    private static void setType(Column column, @Nullable String type) {
        try {
            Field field = Column.class.getDeclaredField("sqlTypeName");
            field.setAccessible(true);
            field.set(column, type);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The tables that contain a column, which tables of a class hierarchy share. */
    private static List<String> holding(Column column, CapturedMetadata unit) {
        return tables(unit).stream()
                .filter(table -> table.getColumns().stream().anyMatch(other -> other == column))
                .map(Table::getName)
                .toList();
    }

    /** Identity columns of SQLite are written without their type. */
    private static List<Column> corruptible(Table table, CapturedMetadata unit) {
        boolean typed = unit.metadata()
                .getDatabase()
                .getDialect()
                .getIdentityColumnSupport()
                .hasDataTypeInIdentityColumn();
        return table.getColumns().stream()
                .filter(column -> typed || !column.isIdentity())
                .toList();
    }

    private static String what(Table table, Column column) {
        return table.getName() + "." + column.getName();
    }

    /** All of them, or one in a short build. */
    private <T> List<T> some(List<T> all) {
        return all.isEmpty() || Boolean.getBoolean("retort.full") ? all : List.of(all.get(random.nextInt(all.size())));
    }

    /** All tables, or one in eight in a short build. */
    private static List<Table> sample(List<Table> all) {
        return Boolean.getBoolean("retort.full")
                ? all
                : IntStream.range(0, all.size())
                        .filter(place -> place % 8 == 0)
                        .mapToObj(all::get)
                        .toList();
    }

    private static List<Table> tables(CapturedMetadata unit) {
        return unit.metadata().collectTableMappings().stream()
                .filter(table -> table.isPhysicalTable()
                        && !table.isView()
                        && !table.getColumns().isEmpty())
                .toList();
    }

    private static CapturedMetadata unit(Bootstrap hibernate) {
        return new CapturedMetadata("default", (MetadataImplementor) hibernate.metadata(), null);
    }

    private static CheckResult compare(TestDb db, CapturedMetadata unit, TableFilter filter) {
        Retort retort = Retort.on(db.dataSource(), List.of());
        Difference difference = new EntityComparison(db.dataSource(), unit, retort, filter, null).get();
        return new CheckResult(difference);
    }
}
