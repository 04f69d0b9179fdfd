package io.retort.dialect.postgres;

import io.retort.dialect.ansi.Vocabulary;
import io.retort.operation.ColumnOperation;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How old values become values of a new type where PostgreSQL converts only when told to. It is told so only where a
 * conversion either keeps a value or fails: an explicit cast to a shorter text would cut values without a word.
 */
final class Conversion {

    private static final Set<Kind> TEXTS =
            Set.of(Kind.TEXT, Kind.CHAR, Kind.VARCHAR, Kind.NCHAR, Kind.NVARCHAR, Kind.ENUM);
    private static final Set<Kind> INTEGERS = Set.of(Kind.TINYINT, Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);

    /** In a second: Hibernate keeps a duration as a number of them where it is told to keep a number. */
    private static final String NANOSECONDS = "1000000000";

    private Conversion() {}

    /** The expression that converts; null where PostgreSQL needs none or has none. */
    static @Nullable String using(ColumnOperation.Alter alter, Vocabulary words) {
        Kind before = alter.before().type().kind();
        Kind after = alter.after().type().kind();
        String column = words.name(alter.after().name());
        String type = words.type(alter.after().type());
        boolean array = before == Kind.ARRAY
                && after == Kind.ARRAY
                && isText(alter.before().type().element())
                && !isText(alter.after().type().element());
        if (array || TEXTS.contains(before) && !TEXTS.contains(after)) {
            return column + "::" + type;
        }
        if (isInterval(alter.before().type()) && after == Kind.NUMERIC) {
            return "(extract(epoch from " + column + ") * " + NANOSECONDS + ")::" + type;
        }
        if (before == Kind.NUMERIC && isInterval(alter.after().type())) {
            return "(" + column + " / " + NANOSECONDS + " * interval '1 second')::" + type;
        }
        boolean truth = (before == Kind.BOOLEAN && INTEGERS.contains(after))
                || (INTEGERS.contains(before) && after == Kind.BOOLEAN);
        return truth ? column + "::integer::" + type : null;
    }

    private static boolean isText(@Nullable SqlType element) {
        return element != null && TEXTS.contains(element.kind());
    }

    /** A type that was read from the catalog is in PostgreSQL's own words. */
    private static boolean isInterval(SqlType type) {
        return type.kind() == Kind.INTERVAL
                || type.text() != null && type.text().startsWith("interval");
    }
}
