package io.retort.diff.internal.model;

import static java.util.Map.entry;

import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Maps Hibernate's type codes to portable types. */
final class TypeCodes {

    private static final Map<Integer, List<Kind>> KINDS = Map.ofEntries(
            entry(SqlTypes.BIT, List.of(Kind.BOOLEAN)),
            entry(SqlTypes.BOOLEAN, List.of(Kind.BOOLEAN)),
            entry(SqlTypes.TINYINT, List.of(Kind.TINYINT)),
            entry(SqlTypes.SMALLINT, List.of(Kind.SMALLINT)),
            entry(SqlTypes.INTEGER, List.of(Kind.INTEGER)),
            entry(SqlTypes.BIGINT, List.of(Kind.BIGINT)),
            entry(SqlTypes.REAL, List.of(Kind.REAL, Kind.FLOAT)),
            entry(SqlTypes.FLOAT, List.of(Kind.FLOAT, Kind.REAL, Kind.DOUBLE)),
            entry(SqlTypes.DOUBLE, List.of(Kind.DOUBLE, Kind.FLOAT)),
            entry(SqlTypes.NUMERIC, List.of(Kind.NUMERIC)),
            entry(SqlTypes.DECIMAL, List.of(Kind.NUMERIC)),
            entry(SqlTypes.CHAR, List.of(Kind.CHAR)),
            entry(SqlTypes.VARCHAR, List.of(Kind.VARCHAR, Kind.TEXT)),
            entry(SqlTypes.LONG32VARCHAR, List.of(Kind.TEXT, Kind.VARCHAR)),
            entry(SqlTypes.NCHAR, List.of(Kind.NCHAR, Kind.CHAR)),
            entry(SqlTypes.NVARCHAR, List.of(Kind.NVARCHAR, Kind.VARCHAR)),
            entry(SqlTypes.LONG32NVARCHAR, List.of(Kind.NCLOB, Kind.TEXT)),
            entry(SqlTypes.CLOB, List.of(Kind.CLOB)),
            entry(SqlTypes.MATERIALIZED_CLOB, List.of(Kind.CLOB)),
            entry(SqlTypes.NCLOB, List.of(Kind.NCLOB, Kind.CLOB)),
            entry(SqlTypes.MATERIALIZED_NCLOB, List.of(Kind.NCLOB, Kind.CLOB)),
            entry(SqlTypes.BINARY, List.of(Kind.BINARY)),
            entry(SqlTypes.VARBINARY, List.of(Kind.VARBINARY, Kind.BLOB)),
            entry(SqlTypes.LONG32VARBINARY, List.of(Kind.BLOB, Kind.VARBINARY)),
            entry(SqlTypes.BLOB, List.of(Kind.BLOB)),
            entry(SqlTypes.MATERIALIZED_BLOB, List.of(Kind.BLOB)),
            entry(SqlTypes.DATE, List.of(Kind.DATE)),
            entry(SqlTypes.TIME, List.of(Kind.TIME)),
            entry(SqlTypes.TIME_WITH_TIMEZONE, List.of(Kind.TIME_WITH_TIME_ZONE, Kind.TIME)),
            entry(SqlTypes.TIME_UTC, List.of(Kind.TIME_WITH_TIME_ZONE, Kind.TIME)),
            entry(SqlTypes.TIMESTAMP, List.of(Kind.TIMESTAMP)),
            entry(SqlTypes.TIMESTAMP_WITH_TIMEZONE, List.of(Kind.TIMESTAMP_WITH_TIME_ZONE, Kind.TIMESTAMP)),
            entry(SqlTypes.TIMESTAMP_UTC, List.of(Kind.TIMESTAMP_WITH_TIME_ZONE, Kind.TIMESTAMP)),
            entry(SqlTypes.INTERVAL_SECOND, List.of(Kind.INTERVAL, Kind.NUMERIC)),
            entry(SqlTypes.DURATION, List.of(Kind.INTERVAL, Kind.NUMERIC)),
            entry(SqlTypes.UUID, List.of(Kind.UUID, Kind.BINARY, Kind.CHAR)),
            entry(SqlTypes.JSON, List.of(Kind.JSON)),
            entry(SqlTypes.JSON_ARRAY, List.of(Kind.JSON)),
            entry(SqlTypes.SQLXML, List.of(Kind.XML)),
            entry(SqlTypes.XML_ARRAY, List.of(Kind.XML)),
            entry(SqlTypes.INET, List.of(Kind.INET)));

    private static final Set<Kind> TEXTS = Set.of(Kind.CHAR, Kind.VARCHAR, Kind.NCHAR, Kind.NVARCHAR);
    private static final Set<Kind> BYTES = Set.of(Kind.BINARY, Kind.VARBINARY);
    private static final Set<Kind> MOMENTS =
            Set.of(Kind.TIME, Kind.TIME_WITH_TIME_ZONE, Kind.TIMESTAMP, Kind.TIMESTAMP_WITH_TIME_ZONE);

    private TypeCodes() {}

    /** Returns the kinds that a code can mean, the most likely first. */
    static List<Kind> kinds(int code) {
        return KINDS.getOrDefault(code, List.of());
    }

    /** Returns the number of arguments of a kind. */
    static int arguments(Kind kind) {
        if (kind == Kind.NUMERIC || kind == Kind.INTERVAL) {
            return 2;
        }
        return kind == Kind.FLOAT || TEXTS.contains(kind) || BYTES.contains(kind) || MOMENTS.contains(kind) ? 1 : 0;
    }

    /** Whether a kind with arguments is unambiguous without them. */
    static boolean mayGoWithout(Kind kind) {
        return MOMENTS.contains(kind) || kind == Kind.INTERVAL || kind == Kind.DOUBLE;
    }

    /** Returns the type of a kind with the arguments from a size; empty if the size lacks one. */
    static Optional<SqlType> fromSize(Kind kind, Size size) {
        if (TEXTS.contains(kind) || BYTES.contains(kind)) {
            return of(kind, length(size));
        }
        return kind == Kind.NUMERIC || kind == Kind.INTERVAL
                ? of(kind, size.getPrecision(), size.getScale())
                : of(kind, size.getPrecision());
    }

    private static @Nullable Integer length(Size size) {
        Long length = size.getLength();
        return length == null || length > Integer.MAX_VALUE ? null : Integer.valueOf(length.intValue());
    }

    private static Optional<SqlType> of(Kind kind, @Nullable Integer... arguments) {
        return Stream.of(arguments).allMatch(a -> a != null)
                ? Optional.of(SqlType.of(kind)
                        .withArguments(Stream.of(arguments)
                                .map(Objects::requireNonNull)
                                .toList()))
                : Optional.empty();
    }
}
