package io.retort.diff.question.change;

import io.retort.diff.question.rename.Family;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a new type cannot hold.
 *
 * @param misfits which values do not fit, in SQL with {@code %s} for the column
 * @param cut what each of them becomes when it is cut; null where there is no such thing
 * @param words how they are cut, in words
 */
record Narrowing(String misfits, @Nullable String cut, String words) {

    private static final List<Kind> LIMITED = List.of(Kind.CHAR, Kind.VARCHAR, Kind.NCHAR, Kind.NVARCHAR);
    private static final List<Kind> WHOLE = List.of(Kind.TINYINT, Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);
    private static final List<String> LIMITS = List.of("127", "32767", "2147483647", "9223372036854775807");
    private static final Map<String, String> LENGTHS =
            Map.of("sqlite", "length", "sqlserver", "len", "oracle", "length", "db2", "length");
    private static final Set<String> NO_LEFT = Set.of("sqlite", "oracle");
    private static final int ENDLESS = Integer.MAX_VALUE;

    /** What is lost from one type to another, in the words of a product; empty if nothing can be. */
    static Optional<Narrowing> between(SqlType before, SqlType after, String product) {
        Family was = Family.of(before);
        Family is = Family.of(after);
        if (was == Family.TEXT && is == Family.TEXT) {
            return text(before, after, product);
        }
        if (was == Family.WHOLE && is == Family.WHOLE) {
            return whole(before, after);
        }
        if ((was == Family.WHOLE || was == Family.DECIMAL) && is == Family.DECIMAL) {
            return decimal(before, after);
        }
        if (was == Family.DECIMAL && is == Family.WHOLE) {
            return Optional.of(new Narrowing("%s <> round(%s, 0)", "round(%s, 0)", "round them to whole numbers"));
        }
        boolean harmless = was == is || is == Family.TEXT && LIMITED.indexOf(after.kind()) < 0;
        boolean wider = was == Family.WHOLE && is == Family.APPROXIMATE;
        return harmless || wider ? Optional.empty() : Optional.of(new Narrowing("%s is not null", null, ""));
    }

    private static Optional<Narrowing> text(SqlType before, SqlType after, String product) {
        if (after.kind() == Kind.ENUM || before.kind() == Kind.ENUM) {
            return Optional.empty();
        }
        int most = length(after);
        return length(before) <= most
                ? Optional.empty()
                : Optional.of(new Narrowing(
                        LENGTHS.getOrDefault(product, "char_length") + "(%s) > " + most,
                        NO_LEFT.contains(product) ? "substr(%s, 1, " + most + ")" : "left(%s, " + most + ")",
                        "cut them to " + most + " characters"));
    }

    private static int length(SqlType type) {
        return LIMITED.contains(type.kind()) ? type.argumentOr(ENDLESS) : ENDLESS;
    }

    private static Optional<Narrowing> whole(SqlType before, SqlType after) {
        int place = WHOLE.indexOf(after.kind());
        if (WHOLE.indexOf(before.kind()) <= place) {
            return Optional.empty();
        }
        String most = LIMITS.get(place);
        return Optional.of(new Narrowing(
                "%s not between -" + most + " and " + most,
                "case when %s > 0 then " + most + " else -" + most + " end",
                "give them the largest number that fits"));
    }

    private static Optional<Narrowing> decimal(SqlType before, SqlType after) {
        int scale = scale(after);
        int digits = digits(after);
        if (digits(before) <= digits && scale(before) <= scale) {
            return Optional.empty();
        }
        String limit = BigDecimal.TEN.pow(digits).toPlainString();
        String largest = BigDecimal.TEN
                .pow(digits)
                .subtract(BigDecimal.ONE.movePointLeft(scale))
                .toPlainString();
        return Optional.of(new Narrowing(
                "(abs(round(%s, " + scale + ")) >= " + limit + " or %s <> round(%s, " + scale + "))",
                "case when round(%s, " + scale + ") >= " + limit + " then " + largest + " when round(%s, " + scale
                        + ") <= -" + limit + " then -" + largest + " else round(%s, " + scale + ") end",
                "round them to " + scale + " decimals, and the largest to what fits"));
    }

    private static int digits(SqlType type) {
        int wholeDigits = 3 + WHOLE.indexOf(type.kind()) * 5;
        return type.kind() == Kind.NUMERIC ? type.argumentOr(ENDLESS) - scale(type) : wholeDigits;
    }

    private static int scale(SqlType type) {
        return type.arguments().size() > 1 ? type.arguments().get(1) : 0;
    }
}
