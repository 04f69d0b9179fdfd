package io.retort.diff.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.operation.ColumnOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.schema.Column;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On this product, only recreating a table changes one of its columns; everything else is a statement of its own. */
class TableRebuildsTests {

    private static final QualifiedName ITEM = QualifiedName.parse("item");
    private static final QualifiedName OTHER = QualifiedName.parse("other");
    private static final Column CODE = column("code");
    private static final Column NAME = column("name");
    private static final Operation ADD = new ColumnOperation.Add(ITEM, column("added"));
    private static final Operation LATER = new ColumnOperation.Add(ITEM, column("later"));
    private static final Operation LAST = new ColumnOperation.Add(ITEM, column("last"));
    private static final Operation ALTER_CODE = alter(ITEM, CODE);
    private static final Operation ALTER_NAME = alter(ITEM, NAME);
    private static final Operation ALTER_OTHER = alter(OTHER, CODE);
    private static final Operation FILL = new DataOperation.Execute("update item set name = code", "");
    private static final Snapshot SCHEMA = new Snapshot(
            List.of(Table.of(ITEM, List.of(CODE, NAME)), Table.of(OTHER, List.of(CODE))), List.of(), List.of());

    private final TableRebuilds rebuilds =
            new TableRebuilds((operation, table) -> operation instanceof ColumnOperation.Alter);

    @Test
    void allBetweenTheFirstAndTheLastChangeIsOneRebuild() {
        List<Operation> operations = rebuilds.in(List.of(ADD, ALTER_CODE, LATER, ALTER_NAME, LAST), SCHEMA);

        Table added = ADD.applyTo(SCHEMA).table(ITEM).orElseThrow();
        assertThat(operations)
                .containsExactly(ADD, new TableOperation.Rebuild(added, List.of(ALTER_CODE, LATER, ALTER_NAME)), LAST);
    }

    @Test
    void changesStayOnTheirSideOfARowChange() {
        assertThat(rebuilds.in(List.of(ALTER_CODE, FILL, ALTER_NAME), SCHEMA))
                .containsExactly(
                        new TableOperation.Rebuild(table(SCHEMA), List.of(ALTER_CODE)),
                        FILL,
                        new TableOperation.Rebuild(table(ALTER_CODE.applyTo(SCHEMA)), List.of(ALTER_NAME)));
    }

    @Test
    void eachTableHasItsRebuildAfterItsLastChange() {
        assertThat(rebuilds.in(List.of(ALTER_CODE, ALTER_OTHER, ALTER_NAME), SCHEMA))
                .containsExactly(
                        new TableOperation.Rebuild(SCHEMA.table(OTHER).orElseThrow(), List.of(ALTER_OTHER)),
                        new TableOperation.Rebuild(table(SCHEMA), List.of(ALTER_CODE, ALTER_NAME)));
    }

    /** A downgrade restores the column without values, and then copies these rows. */
    @Test
    void aColumnThatIsDroppedAsNullableIsNullableInTheRebuildBeforeIt() {
        Snapshot required = SCHEMA.mapTable(
                ITEM, table -> table.mapColumns(column -> column.equals(NAME) ? NAME.notNull() : column));
        Operation drop = new ColumnOperation.Drop(ITEM, "name", NAME, null);

        assertThat(rebuilds.in(List.of(ALTER_CODE, FILL, drop), required))
                .containsExactly(new TableOperation.Rebuild(table(SCHEMA), List.of(ALTER_CODE)), FILL, drop);
    }

    private static Column column(String name) {
        return new Column(name, SqlType.varchar(20));
    }

    private static Operation alter(QualifiedName table, Column column) {
        return new ColumnOperation.Alter(table, column, column.withType(SqlType.varchar(30)));
    }

    private static Table table(Snapshot schema) {
        return schema.table(ITEM).orElseThrow();
    }
}
