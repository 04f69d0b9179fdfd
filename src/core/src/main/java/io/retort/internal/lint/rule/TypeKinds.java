package io.retort.internal.lint.rule;

import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import java.util.List;
import java.util.Set;

/** Which types an older release can use in place of each other. */
final class TypeKinds {

    private static final List<Kind> INTEGERS = List.of(Kind.TINYINT, Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);

    private static final List<Set<Kind>> ALIKE = List.of(
            Set.of(Kind.CHAR, Kind.NCHAR, Kind.VARCHAR, Kind.NVARCHAR, Kind.TEXT, Kind.ENUM),
            Set.of(Kind.REAL, Kind.DOUBLE, Kind.FLOAT),
            Set.of(Kind.CLOB, Kind.NCLOB));

    private TypeKinds() {}

    /** Returns whether an older release, with the type before, cannot read and write the type after. */
    static boolean differ(SqlType before, SqlType after) {
        if (before.kind() == after.kind()) {
            return before.kind() == Kind.OTHER && !before.equals(after);
        }
        if (INTEGERS.contains(before.kind()) && INTEGERS.contains(after.kind())) {
            return INTEGERS.indexOf(before.kind()) > INTEGERS.indexOf(after.kind());
        }
        return ALIKE.stream().noneMatch(kinds -> kinds.contains(before.kind()) && kinds.contains(after.kind()));
    }
}
