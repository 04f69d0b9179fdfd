package io.retort.dialect.ansi;

import io.retort.operation.ColumnOperation.Alter;
import io.retort.schema.Column;
import io.retort.schema.SqlType;
import java.util.Objects;

/**
 * What is different between a column before and after.
 *
 * @param before the column before
 * @param after the column after
 */
public record ColumnChange(Column before, Column after) {

    public static ColumnChange of(Alter alter) {
        return new ColumnChange(alter.before(), alter.after());
    }

    /** Another type or collation. */
    public boolean type() {
        return !before.type().equals(after.type()) || !Objects.equals(before.collation(), after.collation());
    }

    /** Another type in kind, so that the old default may not fit it. */
    public boolean kind() {
        return before.type().kind() != after.type().kind() || after.type().kind() == SqlType.Kind.OTHER && type();
    }

    /** Whether the type is of a kind, before or after. */
    public boolean of(SqlType.Kind kind) {
        return before.type().kind() == kind || after.type().kind() == kind;
    }

    public boolean defaultValue() {
        return !Objects.equals(before.defaultValue(), after.defaultValue());
    }

    public boolean nullability() {
        return before.nullable() != after.nullable();
    }

    public boolean generation() {
        return !Objects.equals(before.generation(), after.generation());
    }

    public boolean comment() {
        return !Objects.equals(before.comment(), after.comment());
    }
}
