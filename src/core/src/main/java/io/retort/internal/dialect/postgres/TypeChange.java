package io.retort.internal.dialect.postgres;

import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** What PostgreSQL does when the type of a column changes, and the values are not converted by an expression. */
enum TypeChange {
    /** The types are the same for PostgreSQL. */
    NONE,
    /** Only the catalog changes. */
    CATALOG,
    /** The table is rewritten. */
    REWRITE;

    private static final Set<Kind> TEXTS = Set.of(Kind.VARCHAR, Kind.NVARCHAR, Kind.TEXT, Kind.ENUM);
    private static final Set<Kind> TIMES =
            Set.of(Kind.TIMESTAMP, Kind.TIMESTAMP_WITH_TIME_ZONE, Kind.TIME, Kind.TIME_WITH_TIME_ZONE);

    private static final int DEFAULT_LENGTH = 255;
    private static final int LONGEST_VARCHAR = 10_485_760;
    private static final int DEFAULT_DIGITS = 38;
    private static final int DEFAULT_SCALE = 2;
    private static final int MOST_SECOND_DIGITS = 6;

    static TypeChange of(SqlType before, SqlType after, PostgresTypes types) {
        if (types.name(before).equals(types.name(after))) {
            return NONE;
        }
        boolean wider = bothTexts(before, after) && isLonger(before, after)
                || isNumeric(before) && isNumeric(after) && isWider(before, after)
                || before.kind() == after.kind() && TIMES.contains(before.kind()) && seconds(before) <= seconds(after);
        return wider ? CATALOG : REWRITE;
    }

    private static boolean bothTexts(SqlType before, SqlType after) {
        return TEXTS.contains(before.kind()) && TEXTS.contains(after.kind());
    }

    private static boolean isLonger(SqlType before, SqlType after) {
        OptionalInt most = length(after);
        OptionalInt now = length(before);
        return most.isEmpty() || now.isPresent() && now.getAsInt() <= most.getAsInt();
    }

    /** Returns the maximum length; empty for text. */
    private static OptionalInt length(SqlType type) {
        int length = type.kind() == Kind.TEXT ? Integer.MAX_VALUE : type.argumentOr(DEFAULT_LENGTH);
        return length > LONGEST_VARCHAR ? OptionalInt.empty() : OptionalInt.of(length);
    }

    private static boolean isNumeric(SqlType type) {
        return type.kind() == Kind.NUMERIC;
    }

    /** The scale must stay, because the digits are stored. */
    private static boolean isWider(SqlType before, SqlType after) {
        return argument(before, 0) <= argument(after, 0) && argument(before, 1) == argument(after, 1);
    }

    private static int argument(SqlType numeric, int position) {
        List<Integer> arguments = numeric.arguments();
        if (arguments.isEmpty()) {
            return position == 0 ? DEFAULT_DIGITS : DEFAULT_SCALE;
        }
        return position < arguments.size() ? arguments.get(position) : 0;
    }

    private static int seconds(SqlType type) {
        boolean timestamp = type.kind() == Kind.TIMESTAMP || type.kind() == Kind.TIMESTAMP_WITH_TIME_ZONE;
        return type.argumentOr(timestamp ? MOST_SECOND_DIGITS : 0);
    }
}
