package io.retort.internal.dialect.sqlite;

import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Computed;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Default;
import io.retort.schema.Identifier;
import io.retort.schema.Index;
import io.retort.schema.Table;
import java.util.Locale;
import java.util.stream.Stream;

/** What SQLite cannot change about an existing table. */
final class SqliteLimits {

    private SqliteLimits() {}

    /** Returns whether a change requires a rebuild of the table. */
    static boolean needsRebuild(Operation change, Table table) {
        return change.accept(new NeedsRebuild(table));
    }

    /** Whether the product cannot make a change to an existing table. */
    private record NeedsRebuild(Table table) implements OperationVisitor.Selective<Boolean> {

        @Override
        public Boolean addColumn(ColumnOperation.Add add) {
            return !isAddable(add.column());
        }

        @Override
        public Boolean dropColumn(ColumnOperation.Drop drop) {
            return !isAddedAgain(drop.name(), table) || isMentioned(drop.name(), table);
        }

        @Override
        public Boolean alterColumn(ColumnOperation.Alter alter) {
            return !alter.before().comment(alter.after().comment()).equals(alter.after());
        }

        @Override
        public Boolean constraint(ConstraintOperation operation) {
            return true;
        }

        @Override
        public Boolean renameIndex(IndexOperation.Rename rename) {
            return true;
        }

        @Override
        public Boolean other(Operation operation) {
            return false;
        }
    }

    /** Returns whether {@code alter table} can add a column. */
    static boolean isAddable(Column column) {
        Default value = column.defaultValue();
        return (value == null || SqliteClauses.isConstant(value))
                && (column.generation() == null
                        || column.generation() instanceof Computed computed && !computed.stored());
    }

    /** Whether the reverse can add the column again; the reverse of a rebuild always can. */
    private static boolean isAddedAgain(String column, Table table) {
        return table.column(column).filter(gone -> !isAddable(gone)).isEmpty();
    }

    /** Whether something besides the column refers to it, so that it cannot be dropped alone. */
    private static boolean isMentioned(String column, Table table) {
        String word = Identifier.parse(column).text().toLowerCase(Locale.ROOT);
        Stream<String> names = Stream.concat(
                table.constraints().stream().flatMap(SqliteLimits::columns),
                table.indexes().stream()
                        .flatMap(index -> index.parts().stream())
                        .map(Index.Part::text));
        return names.anyMatch(column::equals)
                || texts(table).anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(word));
    }

    private static Stream<String> columns(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return key.columns().stream();
        }
        if (constraint instanceof Unique unique) {
            return unique.columns().stream();
        }
        return constraint instanceof ForeignKey key ? key.columns().stream() : Stream.empty();
    }

    private static Stream<String> texts(Table table) {
        Stream<String> checks = table.constraintsOf(Check.class).map(Check::expression);
        Stream<String> computed = table.columns().stream()
                .filter(column -> column.generation() instanceof Computed)
                .map(column -> ((Computed) column.generation()).expression());
        Stream<String> indexes = table.indexes().stream()
                .flatMap(index -> Stream.concat(
                        Stream.ofNullable(index.where()),
                        index.parts().stream().filter(Index.Part::expression).map(Index.Part::text)));
        return Stream.of(checks, computed, indexes).flatMap(texts -> texts);
    }
}
