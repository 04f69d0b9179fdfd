package io.retort.internal.dialect.h2;

import io.retort.dialect.conversion.Conversion.Loss;
import io.retort.dialect.conversion.Conversion.LossVerb;
import io.retort.dialect.conversion.ConversionTable.ConversionEntry;
import io.retort.dialect.conversion.ValueType;
import io.retort.internal.dialect.ansi.AnsiConversions;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;

/**
 * The type conversions of H2. Its casts between local times and points in time depend on the session's time zone, so
 * none of them is used.
 */
final class H2Conversions extends AnsiConversions {

    /** The end of an instant as text. */
    private static final String OFFSET = "[-+][0-9:]+$";

    private static final String LOCAL =
            "regexp_replace(cast(%s at time zone '{zone}' as varchar), '" + OFFSET + "', '')";

    private static final String FINEST_INSTANT = "timestamp(9) with time zone";

    private static final String DAY = "cast(cast(" + LOCAL + " as timestamp(9)) as date)";

    H2Conversions(SqlNaming words) {
        super(words);
    }

    @Override
    protected String matches(String text, String pattern) {
        return "regexp_like(" + text + ", " + words.literals().of(pattern) + ")";
    }

    @Override
    protected String uuidBytes(String text) {
        return "cast(cast(" + text + " as uuid) as varbinary(16))";
    }

    @Override
    protected String uuidText(String value) {
        return "cast(cast(" + value + " as uuid) as varchar(36))";
    }

    @Override
    protected String source(SqlType type) {
        return switch (type.kind()) {
            case CLOB, NCLOB, TEXT -> "cast(%s as varchar)";
            case BLOB -> "cast(%s as varbinary)";
            default -> "%s";
        };
    }

    @Override
    protected List<ConversionEntry> own() {
        String why = "a date and time becomes an instant only with a time zone";
        Loss notSixteen = new Loss("octet_length(%s) <> 16", LossVerb.DO, "not have the 16 bytes of a UUID");
        List<ConversionEntry> all = new ArrayList<>(List.of(
                asked(ValueType.TIMESTAMP, ValueType.TIMESTAMP_WITH_TIME_ZONE, why)
                        .by((before, after) -> moment("cast(%s as varchar)", after))
                        .losing((before, after) -> skippedOrTwice(
                                cast(LOCAL.replace("%s", moment("cast(%s as varchar)", after)), before),
                                twice("cast(%s as varchar)"))),
                asked(ValueType.TIMESTAMP_WITH_TIME_ZONE, ValueType.TIMESTAMP, why)
                        .by((before, after) -> cast(LOCAL, after))
                        .losing((before, after) ->
                                inOneOfTwo(moment("cast(" + cast(LOCAL, after) + " as varchar)", before))),
                asked(ValueType.DATE, ValueType.TIMESTAMP_WITH_TIME_ZONE, why)
                        .by((before, after) -> moment("cast(%s as varchar) || ' 00:00:00'", after))
                        .losing((before, after) -> new Loss(
                                "(" + DAY.replace("%s", moment("cast(%s as varchar) || ' 00:00:00'", after))
                                        + " <> %s or " + twice("cast(%s as varchar) || ' 00:00:00'") + ")",
                                LossVerb.DO,
                                "not become one instant, because the zone skips their midnight or has it twice")),
                asked(ValueType.TIMESTAMP_WITH_TIME_ZONE, ValueType.DATE, why)
                        .by(DAY)
                        .losing((before, after) -> new Loss(
                                moment("cast(" + DAY + " as varchar) || ' 00:00:00'", before) + " <> %s",
                                LossVerb.HAVE,
                                "a time of day in the zone",
                                "%s",
                                "leave out the time of day")),
                asked(ValueType.TEXT, ValueType.JSON, "text may be JSON; other text fails")
                        .by("%s format json"),
                asked(ValueType.JSON, ValueType.TEXT, "the document as text").by("cast(%s as varchar)")));
        for (ValueType bytes : List.of(ValueType.BYTES, ValueType.BINARY, ValueType.UUID_BYTES)) {
            all.add(converted(bytes, ValueType.UUID, "16 bytes")
                    .by((before, after) -> "cast(" + source(before) + " as uuid)")
                    .losing(notSixteen));
            all.add(converted(ValueType.UUID, bytes, "16 bytes")
                    .by("cast(%s as varbinary(16))")
                    .losing(this::shortBytes));
        }
        return all;
    }

    /**
     * Selects the local times that the zone has twice. H2 converts them with the earlier offset, so the other offset is
     * that of the next day.
     */
    private static String twice(String local) {
        String instant = "cast(" + local + " || ' {zone}' as " + FINEST_INSTANT + ")";
        String nextDay = "cast((" + instant + " + interval '24' hour) at time zone '{zone}' as varchar)";
        String other =
                "cast(" + local + " || regexp_substr(" + nextDay + ", '" + OFFSET + "') as " + FINEST_INSTANT + ")";
        return "(" + other + " > " + instant + " and cast(" + LOCAL.replace("%s", other) + " as timestamp(9)) = cast("
                + local + " as timestamp(9)))";
    }

    private String moment(String local, SqlType type) {
        return cast(local + " || ' {zone}'", type);
    }
}
