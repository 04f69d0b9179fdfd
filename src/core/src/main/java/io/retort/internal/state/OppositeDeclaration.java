package io.retort.internal.state;

import io.retort.dialect.Dialect;
import io.retort.internal.sql.TokenCursor;
import io.retort.operation.ColumnOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.TableOperation;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A declaration that says the opposite of a simple statement: the statement creates a table or adds a column that the
 * declaration only drops, or the reverse. Everything else is left to a replay, which runs the statement.
 *
 * @param dialect the product for which names and statements are read
 */
record OppositeDeclaration(Dialect dialect) {

    /** Enough for the beginning of a statement about one table and one column. */
    private static final int HEAD = 24;

    /** Words after {@code add} and {@code drop} that begin something else than a column. */
    private static final Set<String> NO_COLUMN = Set.of(
            "constraint",
            "primary",
            "unique",
            "foreign",
            "check",
            "index",
            "key",
            "partition",
            "fulltext",
            "spatial",
            "exclude",
            "identity",
            "default",
            "generated",
            "if");

    /**
     * What a statement or an operation creates or drops.
     *
     * @param creates false if it drops
     * @param table the table
     * @param column the column; empty for the table itself
     */
    private record DeclaredEffect(boolean creates, String table, String column) {

        DeclaredEffect opposite() {
            return new DeclaredEffect(!creates, table, column);
        }

        String subject() {
            return column.isEmpty() ? "table " + table : "column " + table + "." + column;
        }
    }

    /** Returns what does not fit, as the rest of a sentence; empty if nothing simple contradicts. */
    Optional<String> reason(String sql, List<Operation> changes) {
        List<DeclaredEffect> declared = new ArrayList<>();
        changes.forEach(change -> change.accept(new Effects()).ifPresent(declared::add));
        return effect(new TokenCursor(sql, dialect.syntax(), HEAD))
                .filter(effect -> declared.contains(effect.opposite()) && !declared.contains(effect))
                .map(effect -> "its declaration "
                        + (effect.creates() ? "drops " : "creates ") + effect.subject()
                        + ", which the statement " + (effect.creates() ? "creates" : "drops"));
    }

    private Optional<DeclaredEffect> effect(TokenCursor cursor) {
        if (cursor.take("create", "table")) {
            cursor.take("if", "not", "exists");
            return effect(true, cursor.name(), null);
        }
        if (cursor.take("drop", "table")) {
            cursor.take("if", "exists");
            return effect(false, cursor.name(), null);
        }
        if (!cursor.take("alter", "table")) {
            return Optional.empty();
        }
        cursor.take("if", "exists");
        cursor.take("only");
        QualifiedName table = cursor.name();
        boolean adds = cursor.take("add");
        if (!adds && !cursor.take("drop")) {
            return Optional.empty();
        }
        boolean isColumn = cursor.take("column");
        cursor.take("if", "not", "exists");
        cursor.take("if", "exists");
        if (!isColumn && NO_COLUMN.stream().anyMatch(cursor.peek()::is)) {
            return Optional.empty();
        }
        return effect(adds, table, cursor.name());
    }

    private Optional<DeclaredEffect> effect(
            boolean creates, @Nullable QualifiedName table, @Nullable QualifiedName column) {
        return table == null
                ? Optional.empty()
                : Optional.of(new DeclaredEffect(creates, name(table), column == null ? "" : name(column)));
    }

    private String name(QualifiedName typed) {
        return dialect.identifiers().canonical(typed).name();
    }

    private final class Effects implements OperationVisitor.Selective<Optional<DeclaredEffect>> {

        @Override
        public Optional<DeclaredEffect> createTable(TableOperation.Create create) {
            return effect(true, create.table().name(), null);
        }

        @Override
        public Optional<DeclaredEffect> dropTable(TableOperation.Drop drop) {
            return effect(false, drop.name(), null);
        }

        @Override
        public Optional<DeclaredEffect> addColumn(ColumnOperation.Add add) {
            return effect(true, add.table(), QualifiedName.parse(add.column().name()));
        }

        @Override
        public Optional<DeclaredEffect> dropColumn(ColumnOperation.Drop drop) {
            return effect(false, drop.table(), QualifiedName.parse(drop.name()));
        }

        @Override
        public Optional<DeclaredEffect> other(Operation operation) {
            return Optional.empty();
        }
    }
}
