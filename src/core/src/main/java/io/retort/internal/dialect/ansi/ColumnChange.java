package io.retort.internal.dialect.ansi;

import io.retort.operation.ColumnOperation.Alter;
import io.retort.schema.Column;
import io.retort.schema.SqlType;
import java.util.Objects;

/**
 * The differences between a column before and after a change.
 *
 * @param before the column before the change
 * @param after the column after the change
 */
public record ColumnChange(Column before, Column after) {

    /** Returns the differences of an operation. */
    public static ColumnChange of(Alter alter) {
        return new ColumnChange(alter.before(), alter.after());
    }

    /** Returns whether the type or the collation differs. */
    public boolean type() {
        return !before.type().equals(after.type()) || !Objects.equals(before.collation(), after.collation());
    }

    /** Returns whether the kind of type differs, so that the old default may not fit. */
    public boolean kind() {
        return before.type().kind() != after.type().kind() || after.type().kind() == SqlType.Kind.OTHER && type();
    }

    /** Returns whether the type before or after is of this kind. */
    public boolean of(SqlType.Kind kind) {
        return before.type().kind() == kind || after.type().kind() == kind;
    }

    /** Returns whether the default differs. */
    public boolean defaultValue() {
        return !Objects.equals(before.defaultValue(), after.defaultValue());
    }

    /** Returns whether the nullability differs. */
    public boolean nullability() {
        return before.nullable() != after.nullable();
    }

    /** Returns whether the generation differs. */
    public boolean generation() {
        return !Objects.equals(before.generation(), after.generation());
    }

    /** Returns whether the comment differs. */
    public boolean comment() {
        return !Objects.equals(before.comment(), after.comment());
    }
}
