package io.retort.internal.prepare;

import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.CustomOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Fill;
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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses operations that no database supports, before the first statement is sent. On MySQL, MariaDB and H2, a failure
 * in the middle leaves the earlier statements in effect.
 */
final class OperationValidator implements OperationVisitor<Optional<String>> {

    /** Returns what is wrong with an operation, as the end of a sentence; empty if nothing is. */
    static Optional<String> wrongWith(Operation operation) {
        return operation.accept(new OperationValidator());
    }

    @Override
    public Optional<String> createTable(TableOperation.Create create) {
        return Optional.ofNullable(wrongWith(create.table()));
    }

    @Override
    public Optional<String> dropTable(TableOperation.Drop drop) {
        return Optional.empty();
    }

    @Override
    public Optional<String> renameTable(TableOperation.Rename rename) {
        return Optional.empty();
    }

    @Override
    public Optional<String> commentTable(TableOperation.Comment comment) {
        return Optional.empty();
    }

    @Override
    public Optional<String> rebuildTable(TableOperation.Rebuild rebuild) {
        return Optional.empty();
    }

    @Override
    public Optional<String> addColumn(ColumnOperation.Add add) {
        return Optional.ofNullable(wrongWith(add.column()));
    }

    @Override
    public Optional<String> dropColumn(ColumnOperation.Drop drop) {
        return Optional.empty();
    }

    @Override
    public Optional<String> alterColumn(ColumnOperation.Alter alter) {
        return Optional.ofNullable(wrongWith(alter.after()));
    }

    @Override
    public Optional<String> renameColumn(ColumnOperation.Rename rename) {
        return Optional.empty();
    }

    @Override
    public Optional<String> addConstraint(ConstraintOperation.Add add) {
        return Optional.ofNullable(wrongWith(add.constraint()));
    }

    @Override
    public Optional<String> dropConstraint(ConstraintOperation.Drop drop) {
        return Optional.empty();
    }

    @Override
    public Optional<String> renameConstraint(ConstraintOperation.Rename rename) {
        return Optional.empty();
    }

    @Override
    public Optional<String> createIndex(IndexOperation.Create create) {
        return Optional.ofNullable(create.index().parts().isEmpty() ? "the index has no column" : null);
    }

    @Override
    public Optional<String> dropIndex(IndexOperation.Drop drop) {
        return Optional.empty();
    }

    @Override
    public Optional<String> renameIndex(IndexOperation.Rename rename) {
        return Optional.empty();
    }

    @Override
    public Optional<String> createSequence(SequenceOperation.Create create) {
        return Optional.empty();
    }

    @Override
    public Optional<String> dropSequence(SequenceOperation.Drop drop) {
        return Optional.empty();
    }

    @Override
    public Optional<String> alterSequence(SequenceOperation.Alter alter) {
        return Optional.empty();
    }

    @Override
    public Optional<String> renameSequence(SequenceOperation.Rename rename) {
        return Optional.empty();
    }

    @Override
    public Optional<String> createEnum(TypeOperation.Create create) {
        return Optional.empty();
    }

    @Override
    public Optional<String> dropEnum(TypeOperation.Drop drop) {
        return Optional.empty();
    }

    @Override
    public Optional<String> addEnumValue(TypeOperation.AddValue add) {
        return Optional.empty();
    }

    @Override
    public Optional<String> alterEnum(TypeOperation.Alter alter) {
        return Optional.empty();
    }

    @Override
    public Optional<String> insert(DataOperation.Insert insert) {
        return Optional.ofNullable(insert.columns().isEmpty() ? "the rows have no column" : zeroIn(insert.rows()));
    }

    @Override
    public Optional<String> delete(DataOperation.Delete delete) {
        return Optional.empty();
    }

    @Override
    public Optional<String> upsert(DataOperation.Upsert upsert) {
        return Optional.ofNullable(zeroIn(upsert.after().rows()));
    }

    @Override
    public Optional<String> backfill(DataOperation.Backfill backfill) {
        Fill fill = backfill.fill();
        return fill == null
                ? Optional.empty()
                : Optional.ofNullable(blankIn(fill) == null ? zeroIn(backfill.describe() + fill) : blankIn(fill));
    }

    private static @Nullable String blankIn(Fill fill) {
        for (Fill.Assignment each : fill.assignments()) {
            if (each.column().isBlank() || each.expression().isBlank()) {
                return "a value of the backfill has no column or no expression";
            }
        }
        return null;
    }

    @Override
    public Optional<String> execute(DataOperation.Execute execute) {
        boolean empty = execute.sql().isBlank() && !(execute.isNothing() && execute.undo() != null);
        return Optional.ofNullable(empty ? "the statement is empty" : zeroIn(execute.sql()));
    }

    @Override
    public Optional<String> work(DataOperation.Work work) {
        return Optional.ofNullable(work.code() == null ? "the work \"" + work.name() + "\" has no code" : null);
    }

    @Override
    public Optional<String> custom(CustomOperation operation) {
        return Optional.empty();
    }

    private static @Nullable String zeroIn(String text) {
        return text.indexOf('\0') < 0
                ? null
                : "the statement contains a NUL character (U+0000), which databases do not accept";
    }

    private static @Nullable String zeroIn(List<List<@Nullable Object>> rows) {
        return rows.stream()
                        .flatMap(List::stream)
                        .anyMatch(value -> value instanceof String text && text.indexOf('\0') >= 0)
                ? "a value contains a NUL character (U+0000), which databases do not accept"
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
                    names.add(column.name()) ? wrongWith(column) : "the column " + column.name() + " occurs twice";
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
                    return "the " + constraint.title() + " refers to column " + column
                            + ", which does not exist in the table";
                }
            }
        }
        return null;
    }

    /** Names that differ only in case or quotes can be the same name on some database, so they count as equal. */
    private static String letters(String name) {
        return name.replace("\"", "").toLowerCase(Locale.ROOT);
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
        return columns(constraint).isEmpty() ? "the " + constraint.title() + " has no column" : null;
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
                type.argumentOr(1) < 1
                        ? "the column " + column.name() + " has a type with an invalid length: " + type
                        : null;
            case ENUM ->
                type.values().isEmpty() ? "the column " + column.name() + " has an enum type without values" : null;
            case OTHER ->
                String.valueOf(type.text()).isBlank()
                        ? "the column " + column.name() + " has a type without a name"
                        : null;
            default -> null;
        };
    }
}
