package io.retort.internal.dialect.ansi;

import io.retort.schema.Column;
import io.retort.schema.Constraint.Check;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The check constraint that keeps a column to its enum constants, on products without enum types in columns.
 *
 * @param words the words of the product
 */
public record EnumCheck(SqlNaming words) {

    private static final String SUFFIX = "_check";

    /** Whether a column has such a check. */
    public boolean isNeeded(Column column) {
        return column.type().kind() == Kind.ENUM && !words.types().hasEnums();
    }

    /** Whether a change of a column needs another check than the one that is there, if any. */
    public boolean isOther(ColumnChange change) {
        boolean before = isNeeded(change.before());
        boolean after = isNeeded(change.after());
        return before != after
                || after
                        && !Set.copyOf(change.before().type().values())
                                .equals(Set.copyOf(change.after().type().values()));
    }

    /** The check; null where none is needed. */
    @Nullable
    Check of(QualifiedName table, Column column) {
        return isNeeded(column) ? constraint(table, column) : null;
    }

    /** The check of an enum column, under the name that PostgreSQL gives to the one in a column's definition. */
    public Check constraint(QualifiedName table, Column column) {
        return new Check(name(table, column), condition(column));
    }

    private String condition(Column column) {
        return column.type().values().stream()
                .map(words.literals()::of)
                .collect(Collectors.joining(", ", words.name(column.name()) + " in (", ")"));
    }

    private String name(QualifiedName table, Column column) {
        String first = words.identifiers().stored(table.name());
        String second = words.identifiers().stored(column.name());
        int most = words.identifiers().maxBytes() - SUFFIX.length() - 1;
        while (bytes(first) + bytes(second) > most) {
            if (bytes(first) > bytes(second)) {
                first = shorter(first);
            } else {
                second = shorter(second);
            }
        }
        return words.identifiers()
                .typed(first + "_" + second + words.identifiers().stored(SUFFIX));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String shorter(String text) {
        return text.substring(0, text.offsetByCodePoints(text.length(), -1));
    }
}
