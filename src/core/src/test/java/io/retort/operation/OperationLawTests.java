package io.retort.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.operation.gen.Change;
import io.retort.schema.Column;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Laws of all operations, checked with random schemas. */
class OperationLawTests {

    @Test
    void reversingTwiceIsTheSameOperation() {
        Change.ANY.forAll(change -> change.operation()
                .reverse()
                .ifPresent(back -> assertThat(back.reverse()).contains(change.operation())));
    }

    @Test
    void applyingAndReversingChangesNothingButTheOrder() {
        Change.ANY.forAll(change -> change.operation().reverse().ifPresent(back -> {
            Snapshot after = change.operation().applyTo(change.schema());
            if (!takesOthers(change, after)) {
                assertThat(ordered(back.applyTo(after))).isEqualTo(ordered(change.schema()));
            }
        }));
    }

    @Test
    void whatAStatementDeclaresIsReversedWithIt() {
        Change.DECLARED.forAll(change -> {
            Operation operation = change.operation();
            Snapshot after = operation.applyTo(change.schema());
            assertThat(after)
                    .isEqualTo(Operation.apply(operation.schemaChanges().orElseThrow(), change.schema()));
            operation.reverse().ifPresent(back -> {
                assertThat(back.reverse()).contains(operation);
                assertThat(ordered(back.applyTo(after))).isEqualTo(ordered(change.schema()));
            });
        });
    }

    @Test
    void theStatementThatRestoresAnIndexDeclaresIt() {
        QualifiedName table = QualifiedName.parse("item");
        Index index = new Index("ix_item_name", List.of("name"));
        String sql = "create index ix_item_name on item (name) include (price)";

        assertThat(new IndexOperation.Drop(table, index, false, sql).reverse().flatMap(Operation::schemaChanges))
                .contains(List.of(new IndexOperation.Create(table, index)));
    }

    @Test
    void aSchemaOperationChangesASchemaThatCanTakeIt() {
        Change.ANY.forAll(change -> {
            Snapshot after = change.operation().applyTo(change.schema());
            boolean same = after.equals(change.schema());
            assertThat(same).isEqualTo(saysNothing(change.operation()));
        });
    }

    @Test
    void aDialectSaysAnOperationOrRefusesItInSentences() {
        for (String name : Dialects.names()) {
            Change.ANY.forAll(change -> {
                try {
                    assertThat(change.operation().sql(Dialects.named(name).ddl()))
                            .allSatisfy(statement -> assertThat(text(statement)).isNotBlank());
                } catch (RetortException refused) {
                    assertThat(refused.what()).endsWith(".");
                    assertThat(refused.action()).endsWith(".");
                }
            });
        }
    }

    @Test
    void aPersonIsToldOneLineWithASign() {
        Change.ANY.forAll(change -> assertThat(change.operation().describe()).matches("(?s)[-+~!] [a-z].*"));
    }

    /** A dropped column takes its constraints and indexes with it; the reverse needs further operations to create them. */
    private static boolean takesOthers(Change change, Snapshot after) {
        return change.operation() instanceof ColumnOperation.Drop drop
                && parts(change.schema(), drop) - parts(after, drop) > (drop.key() == null ? 0 : 1);
    }

    private static int parts(Snapshot schema, ColumnOperation.Drop drop) {
        Table table = schema.table(drop.table()).orElseThrow();
        return table.constraints().size() + table.indexes().size();
    }

    private static String text(Statement statement) {
        if (statement instanceof Statement.Backfill backfill) {
            return backfill.text();
        }
        return statement instanceof Statement.Sql sql ? sql.text() : ((Statement.Work) statement).name();
    }

    private static boolean saysNothing(Operation operation) {
        return operation instanceof DataOperation
                || (operation instanceof TableOperation.Comment c && Objects.equals(c.before(), c.after()))
                || (operation instanceof ColumnOperation.Alter a && a.before().equals(a.after()));
    }

    private static Snapshot ordered(Snapshot schema) {
        return schema.mapTables(OperationLawTests::ordered);
    }

    private static Table ordered(Table table) {
        return table.withColumns(sorted(table.columns(), Comparator.comparing(Column::name)))
                .withConstraints(sorted(table.constraints(), Comparator.comparing(Object::toString)))
                .withIndexes(sorted(table.indexes(), Comparator.comparing(Object::toString)));
    }

    private static <T> List<T> sorted(List<T> things, Comparator<? super T> order) {
        return things.stream().sorted(order).toList();
    }
}
