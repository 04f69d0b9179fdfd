package io.retort.run.prepare;

import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
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
final class Soundness {

    private Soundness() {}

    /** Returns what is wrong with an operation, as the end of a sentence; null if nothing is. */
    static @Nullable String wrongWith(Operation operation) {
        if (operation instanceof TableOperation.Create create) {
            return wrongWith(create.table());
        }
        if (operation instanceof ColumnOperation.Add add) {
            return wrongWith(add.column());
        }
        if (operation instanceof ColumnOperation.Alter alter) {
            return wrongWith(alter.after());
        }
        if (operation instanceof ConstraintOperation.Add add) {
            return wrongWith(add.constraint());
        }
        if (operation instanceof IndexOperation.Create create) {
            return create.index().parts().isEmpty() ? "the index names no column" : null;
        }
        return operation instanceof DataOperation data ? wrongWith(data) : null;
    }

    private static @Nullable String wrongWith(DataOperation data) {
        if (data instanceof DataOperation.Execute execute) {
            return execute.sql().isBlank() ? "the statement is empty" : zeroIn(execute.sql());
        }
        if (data instanceof DataOperation.Insert insert) {
            return insert.columns().isEmpty() ? "the rows name no column" : zeroIn(insert.rows());
        }
        return data instanceof DataOperation.Work work && work.code() == null
                ? "the work \"" + work.name() + "\" has no code"
                : null;
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
