package io.retort.run.prepare;

import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.CustomOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.SequenceOperation;
import io.retort.operation.TableOperation;
import io.retort.operation.TypeOperation;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses operations that no database supports, before the first statement is sent. On MySQL, MariaDB and H2, a failure
 * in the middle leaves the earlier statements in effect.
 */
final class Soundness implements OperationVisitor<@Nullable String> {

    /** Returns what is wrong with an operation, as the end of a sentence; null if nothing is. */
    static @Nullable String wrongWith(Operation operation) {
        return operation.accept(new Soundness());
    }

    @Override
    public @Nullable String createTable(TableOperation.Create create) {
        return wrongWith(create.table());
    }

    @Override
    public @Nullable String dropTable(TableOperation.Drop drop) {
        return null;
    }

    @Override
    public @Nullable String renameTable(TableOperation.Rename rename) {
        return null;
    }

    @Override
    public @Nullable String commentTable(TableOperation.Comment comment) {
        return null;
    }

    @Override
    public @Nullable String rebuildTable(TableOperation.Rebuild rebuild) {
        return null;
    }

    @Override
    public @Nullable String addColumn(ColumnOperation.Add add) {
        return wrongWith(add.column());
    }

    @Override
    public @Nullable String dropColumn(ColumnOperation.Drop drop) {
        return null;
    }

    @Override
    public @Nullable String alterColumn(ColumnOperation.Alter alter) {
        return wrongWith(alter.after());
    }

    @Override
    public @Nullable String renameColumn(ColumnOperation.Rename rename) {
        return null;
    }

    @Override
    public @Nullable String addConstraint(ConstraintOperation.Add add) {
        return wrongWith(add.constraint());
    }

    @Override
    public @Nullable String dropConstraint(ConstraintOperation.Drop drop) {
        return null;
    }

    @Override
    public @Nullable String renameConstraint(ConstraintOperation.Rename rename) {
        return null;
    }

    @Override
    public @Nullable String createIndex(IndexOperation.Create create) {
        return create.index().parts().isEmpty() ? "the index names no column" : null;
    }

    @Override
    public @Nullable String dropIndex(IndexOperation.Drop drop) {
        return null;
    }

    @Override
    public @Nullable String renameIndex(IndexOperation.Rename rename) {
        return null;
    }

    @Override
    public @Nullable String createSequence(SequenceOperation.Create create) {
        return null;
    }

    @Override
    public @Nullable String dropSequence(SequenceOperation.Drop drop) {
        return null;
    }

    @Override
    public @Nullable String alterSequence(SequenceOperation.Alter alter) {
        return null;
    }

    @Override
    public @Nullable String renameSequence(SequenceOperation.Rename rename) {
        return null;
    }

    @Override
    public @Nullable String createEnum(TypeOperation.Create create) {
        return null;
    }

    @Override
    public @Nullable String dropEnum(TypeOperation.Drop drop) {
        return null;
    }

    @Override
    public @Nullable String addEnumLabel(TypeOperation.AddLabel add) {
        return null;
    }

    @Override
    public @Nullable String alterEnum(TypeOperation.Alter alter) {
        return null;
    }

    @Override
    public @Nullable String insert(DataOperation.Insert insert) {
        return insert.columns().isEmpty() ? "the rows name no column" : zeroIn(insert.rows());
    }

    @Override
    public @Nullable String delete(DataOperation.Delete delete) {
        return null;
    }

    @Override
    public @Nullable String execute(DataOperation.Execute execute) {
        return execute.sql().isBlank() ? "the statement is empty" : zeroIn(execute.sql());
    }

    @Override
    public @Nullable String work(DataOperation.Work work) {
        return work.code() == null ? "the work \"" + work.name() + "\" has no code" : null;
    }

    @Override
    public @Nullable String custom(CustomOperation operation) {
        return null;
    }

    private static @Nullable String zeroIn(String text) {
        return text.indexOf('\0') < 0 ? null : "the statement holds a zero, which no database takes";
    }

    private static @Nullable String zeroIn(List<List<@Nullable Object>> rows) {
        return rows.stream()
                        .flatMap(List::stream)
                        .anyMatch(value -> value instanceof String text && text.indexOf('\0') >= 0)
                ? "a value holds a zero, which no database takes"
                : null;
    }

    private static @Nullable String wrongWith(Table table) {
        if (table.columns().isEmpty()) {
            return "the table has no column";
        }
        Set<String> exact = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Column column : table.columns()) {
            String wrong =
                    names.add(column.name()) ? wrongWith(column) : "the column " + column.name() + " comes twice";
            if (wrong != null) {
                return wrong;
            }
            names.add(letters(column.name()));
        }
        for (Constraint constraint : table.constraints()) {
            String wrong = wrongWith(constraint);
            if (wrong != null) {
                return wrong;
            }
            for (String column : columns(constraint)) {
                if (!names.contains(letters(column))) {
                    return "the " + kind(constraint) + " names the column " + column + ", which the table has not";
                }
            }
        }
        return null;
    }

    /** Names that differ only in case or quotes can be the same name on some database, so they count as equal. */
    private static String letters(String name) {
        return name.replace("\"", "").toLowerCase(Locale.ROOT);
    }

    private static String kind(Constraint constraint) {
        return constraint.description().split("\\(")[0].strip();
    }

    private static @Nullable String wrongWith(Constraint constraint) {
        if (constraint instanceof Check check) {
            return check.expression().isBlank() ? "the check " + check.name() + " has no condition" : null;
        }
        if (constraint instanceof ForeignKey key) {
            int columns = key.columns().size();
            int references = key.referencedColumns().size();
            return references > 0 && columns != references
                    ? "the foreign key " + key.name() + " has " + columns + " columns and references " + references
                    : null;
        }
        return columns(constraint).isEmpty()
                ? "the " + constraint.description().split("\\(")[0].strip() + " names no column"
                : null;
    }

    private static List<String> columns(Constraint constraint) {
        return constraint instanceof PrimaryKey key
                ? key.columns()
                : constraint instanceof Unique unique
                        ? unique.columns()
                        : constraint instanceof ForeignKey foreign ? foreign.columns() : List.of();
    }

    private static boolean isKey(Constraint constraint) {
        return constraint instanceof PrimaryKey || constraint instanceof Unique;
    }

    private static @Nullable String wrongWith(Column column) {
        SqlType type = column.type();
        if (type == null) {
            return "the column " + column.name() + " has no type";
        }
        return switch (type.kind()) {
            case CHAR, VARCHAR, NCHAR, NVARCHAR, BINARY, VARBINARY, NUMERIC, FLOAT ->
                type.argumentOr(1) < 1 ? "the column " + column.name() + " has a type without room: " + type : null;
            case ENUM -> type.labels().isEmpty() ? "the column " + column.name() + " has an enum without labels" : null;
            case OTHER ->
                String.valueOf(type.text()).isBlank()
                        ? "the column " + column.name() + " has a type without a name"
                        : null;
            default -> null;
        };
    }
}
