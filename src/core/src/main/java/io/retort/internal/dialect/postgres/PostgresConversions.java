package io.retort.internal.dialect.postgres;

import io.retort.dialect.conversion.Conversion;
import io.retort.dialect.conversion.Conversion.ConversionEffect;
import io.retort.dialect.conversion.Conversion.Loss;
import io.retort.dialect.conversion.Conversion.LossVerb;
import io.retort.dialect.conversion.ConversionTable.ConversionEntry;
import io.retort.dialect.conversion.ValueType;
import io.retort.internal.dialect.ansi.AnsiConversions;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.operation.ColumnOperation;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The type conversions of PostgreSQL. It never parses a text implicitly, and it stores large objects separately. */
final class PostgresConversions extends AnsiConversions {

    private static final String TIMESTAMP_TEXT =
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?$";

    /** Nanoseconds per second: Hibernate stores a duration as nanoseconds where it is mapped to a number. */
    private static final String NANOSECONDS = "1000000000";

    private static final Set<ValueType> TEXTS = Set.of(ValueType.TEXT, ValueType.CHAR);
    private static final Set<Kind> LARGE = Set.of(Kind.CLOB, Kind.NCLOB, Kind.BLOB);

    PostgresConversions(SqlNaming words) {
        super(words);
    }

    @Override
    protected ValueType valueType(SqlType type) {
        return switch (type.kind()) {
            case CLOB, NCLOB -> ValueType.LARGE_TEXT;
            case BLOB -> ValueType.LARGE_BYTES;
            case BINARY -> ValueType.BYTES;
            case OTHER -> other(String.valueOf(type.text()), type);
            default -> super.valueType(type);
        };
    }

    private ValueType other(String text, SqlType type) {
        return switch (text) {
            case "oid" -> ValueType.LARGE_OBJECT;
            case "numeric" -> ValueType.NUMERIC;
            default -> super.valueType(type);
        };
    }

    /** Byte strings have no length. */
    @Override
    protected SqlType spelled(SqlType type) {
        boolean bytes = type.kind() == Kind.BINARY || type.kind() == Kind.VARBINARY;
        return bytes ? SqlType.other("bytea") : LARGE.contains(type.kind()) ? type : super.spelled(type);
    }

    @Override
    protected String matches(String text, String pattern) {
        return text + " ~ " + words.literals().of(pattern);
    }

    @Override
    protected String text(String value) {
        return value + "::text";
    }

    @Override
    protected String uuidBytes(String text) {
        return "uuid_send(" + text + "::uuid)";
    }

    @Override
    protected String uuidText(String value) {
        return "encode(" + value + ", 'hex')::uuid::text";
    }

    @Override
    protected String onFirstDay(SqlType after) {
        return "date '1970-01-01' + %s";
    }

    @Override
    protected String textCast(SqlType before, SqlType after) {
        return "%s::" + words.type(after);
    }

    /**
     * Returns the {@code using} expression of a type change without one in the revision; null for PostgreSQL's own
     * conversion. A type without a conversion is cast through text, which fails at the first value but not for a column
     * without values.
     */
    @Nullable
    String using(ColumnOperation.Alter alter) {
        SqlType before = alter.before().type();
        SqlType after = alter.after().type();
        String column = words.name(alter.after().name());
        Conversion conversion = table().between(before, after);
        if (conversion.verdict() != ConversionEffect.REFUSED) {
            String expression = conversion.needsZone() ? null : conversion.expression();
            return expression == null ? null : expression.replace("%s", column);
        }
        boolean fromText = TEXTS.contains(valueType(before));
        boolean toText = TEXTS.contains(valueType(after));
        return toText ? null : column + (fromText ? "::" : "::text::") + words.type(after);
    }

    @Override
    protected List<ConversionEntry> own() {
        List<ConversionEntry> all = new ArrayList<>();
        for (ValueType number : ValueType.INTEGERS) {
            all.add(converted(ValueType.BOOLEAN, number, "0 and 1")
                    .by((before, after) -> "%s::integer::" + words.type(after)));
            all.add(converted(number, ValueType.BOOLEAN, "0 and 1")
                    .by("%s::integer::boolean")
                    .losing(new Loss("%s not in (0, 1)", LossVerb.ARE, "neither 0 nor 1")));
        }
        zones(all);
        largeObjects(all);
        bytes(all);
        texts(all);
        all.add(asked(
                        ValueType.INTERVAL,
                        ValueType.NUMERIC,
                        "the number of nanoseconds, as Hibernate stores a duration")
                .by((before, after) -> "(extract(epoch from %s) * " + NANOSECONDS + ")::" + words.type(after)));
        all.add(asked(ValueType.NUMERIC, ValueType.INTERVAL, "a number of nanoseconds, as Hibernate stores a duration")
                .by((before, after) -> "(%s / " + NANOSECONDS + " * interval '1 second')::" + words.type(after)));
        all.add(asked(ValueType.ARRAY, ValueType.ARRAY, "each element is converted; one that cannot be fails")
                .by((before, after) -> "%s::" + words.type(after)));
        return all;
    }

    private static Loss notPaddable(SqlType after) {
        int length = after.argumentOr(1);
        return new Loss(
                "(char_length(%s) > " + length + " or %s like '% ')",
                LossVerb.ARE,
                "longer than " + length + " characters, or end with a blank");
    }

    private void zones(List<ConversionEntry> all) {
        String why = "a date and time becomes an instant only with a time zone";
        all.add(asked(ValueType.TIMESTAMP, ValueType.TIMESTAMP_WITH_TIME_ZONE, why)
                .by("%s at time zone '{zone}'")
                .losing((before, after) -> skippedOrTwice(
                        shorter("%s", after) + " at time zone '{zone}' at time zone '{zone}'", twice("%s"))));
        all.add(asked(ValueType.TIMESTAMP_WITH_TIME_ZONE, ValueType.TIMESTAMP, why)
                .by("%s at time zone '{zone}'")
                .losing((before, after) ->
                        inOneOfTwo("(" + shorter("%s at time zone '{zone}'", after) + ") at time zone '{zone}'")));
        all.add(asked(ValueType.DATE, ValueType.TIMESTAMP_WITH_TIME_ZONE, why)
                .by("%s::timestamp at time zone '{zone}'")
                .losing(new Loss(
                        twice("%s::timestamp"),
                        LossVerb.DO,
                        "not become one instant, because the zone has their midnight twice")));
        all.add(asked(ValueType.TIMESTAMP_WITH_TIME_ZONE, ValueType.DATE, why)
                .by("(%s at time zone '{zone}')::date")
                .losing(new Loss(
                        "(%s at time zone '{zone}')::date::timestamp at time zone '{zone}' <> %s",
                        LossVerb.HAVE, "a time of day in the zone", "%s", "leave out the time of day")));
    }

    /**
     * Selects the local times that the zone has twice. PostgreSQL converts them with the later offset, so the other
     * offset is that of the day before.
     */
    private static String twice(String local) {
        String instant = local + " at time zone '{zone}'";
        String setBack =
                "((" + instant + " - interval '24 hours') at time zone '{zone}' - " + local + " + interval '24 hours')";
        return "case when " + local + " > timestamp '0001-01-01' and isfinite(" + local + ") then " + setBack
                + " > interval '0' and (" + instant + " - " + setBack + ") at time zone '{zone}' = " + local
                + " else false end";
    }

    /** With the precision of the new type. */
    private static String shorter(String value, SqlType after) {
        return "(" + value + ")::timestamp(" + after.argumentOr(6) + ")";
    }

    private void largeObjects(List<ConversionEntry> all) {
        String text = "convert_from(lo_get(%s), 'UTF8')";
        for (ValueType large : List.of(ValueType.LARGE_OBJECT, ValueType.LARGE_TEXT, ValueType.LARGE_BYTES)) {
            all.add(asked(large, ValueType.TEXT, "the content, if it is text in UTF-8; the large object remains")
                    .by(text)
                    .losing((before, after) -> capacity(after) == Integer.MAX_VALUE
                            ? null
                            : new Loss(
                                    "char_length(" + text + ") > " + capacity(after),
                                    LossVerb.ARE,
                                    "longer than " + capacity(after) + " characters")));
            all.add(converted(large, ValueType.BYTES, "the content of the large object, which remains")
                    .by("lo_get(%s)"));
        }
        for (ValueType large : List.of(ValueType.LARGE_OBJECT, ValueType.LARGE_TEXT)) {
            all.add(converted(ValueType.TEXT, large, "a large object with the text in UTF-8")
                    .by("lo_from_bytea(0, convert_to(%s, 'UTF8'))"));
        }
        for (ValueType large : List.of(ValueType.LARGE_OBJECT, ValueType.LARGE_BYTES)) {
            all.add(converted(ValueType.BYTES, large, "a large object with the bytes")
                    .by("lo_from_bytea(0, %s)"));
        }
    }

    private void bytes(List<ConversionEntry> all) {
        Loss notSixteen = new Loss("octet_length(%s) <> 16", LossVerb.DO, "not have the 16 bytes of a UUID");
        for (ValueType from : List.of(ValueType.BYTES, ValueType.UUID_BYTES)) {
            all.add(converted(from, ValueType.UUID, "16 bytes")
                    .by("encode(%s, 'hex')::uuid")
                    .losing(notSixteen));
        }
        all.add(converted(ValueType.UUID, ValueType.BYTES, "16 bytes").by("uuid_send(%s)"));
        all.add(converted(ValueType.UUID, ValueType.UUID_BYTES, "16 bytes").by("uuid_send(%s)"));
        all.add(asked(ValueType.TEXT, ValueType.BYTES, "the text in UTF-8").by("convert_to(%s, 'UTF8')"));
        all.add(asked(ValueType.BYTES, ValueType.TEXT, "bytes may be text in UTF-8; others fail")
                .by("convert_from(%s, 'UTF8')"));
    }

    private void texts(List<ConversionEntry> all) {
        all.add(asked(ValueType.TEXT, ValueType.CHAR, "shorter text is padded with spaces when read")
                .losing((before, after) -> notPaddable(after)));
        all.add(kept(ValueType.CHAR, ValueType.CHAR, "trailing spaces are ignored")
                .losing((before, after) -> capacity(before) <= capacity(after) ? null : notPaddable(after)));
        all.add(kept(ValueType.DATE, ValueType.TEXT, "written as 2026-12-31")
                .by("to_char(%s, 'YYYY-MM-DD')")
                .losing((before, after) -> new Loss(
                        capacity(after) < 10 ? Loss.ANY_VALUE : "%s not between '0001-01-01' and '9999-12-31'",
                        LossVerb.DO,
                        "not have 10 characters")));
        all.add(asked(ValueType.TIMESTAMP, ValueType.TEXT, "written as 2026-12-31T23:59:59.000000")
                .by("to_char(%s, 'YYYY-MM-DD\"T\"HH24:MI:SS.US')")
                .losing((before, after) ->
                        capacity(after) < 26 ? new Loss(Loss.ANY_VALUE, LossVerb.HAVE, "26 characters") : null));
        all.add(asked(ValueType.TEXT, ValueType.TIMESTAMP, "text may be a date and time")
                .by((before, after) -> "%s::" + words.type(after))
                .losing(new Loss(
                        "%s !~ " + words.literals().of(TIMESTAMP_TEXT),
                        LossVerb.ARE,
                        "not written as 2026-12-31T23:59:59")));
        all.add(asked(ValueType.TEXT, ValueType.JSON, "text may be JSON; other text fails, and its layout is lost")
                .by("%s::jsonb"));
        all.add(asked(ValueType.JSON, ValueType.TEXT, "the document as text")
                .by("%s::text")
                .losing((before, after) -> capacity(after) == Integer.MAX_VALUE
                        ? null
                        : new Loss(
                                "char_length(%s::text) > " + capacity(after),
                                LossVerb.ARE,
                                "longer than " + capacity(after) + " characters")));
        for (ValueType type : List.of(ValueType.XML, ValueType.INET)) {
            all.add(asked(ValueType.TEXT, type, "text may be of the type; other text fails")
                    .by((before, after) -> "%s::" + words.type(after)));
            all.add(asked(type, ValueType.TEXT, "as PostgreSQL writes it").by("%s::text"));
        }
    }
}
