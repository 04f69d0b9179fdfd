package io.retort.diff.conversion;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.dialect.conversion.Conversion;
import io.retort.internal.dialect.Dialects;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The values that a conversion with a time zone refuses, around every change of the offset of some zones from 1995 to
 * 2020. The oracle is {@link ZoneRules}.
 */
class ZoneConversionTests {

    /** With changes at 1 o'clock, at midnight, of half an hour, two and three hours, and of a day. */
    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "America/Sao_Paulo",
            "America/Havana",
            "Antarctica/Troll",
            "Antarctica/Casey",
            "Asia/Kolkata",
            "Pacific/Apia",
            "Europe/Dublin",
            "Atlantic/Azores",
            "UTC");

    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
    private static final SqlType LOCAL = SqlType.timestamp(6);
    private static final SqlType INSTANT = SqlType.timestampWithTimeZone(6);
    private static final SqlType DATE = SqlType.of(Kind.DATE);

    @OnDatabases({POSTGRESQL, H2})
    void refusesExactlyTheLocalTimesThatAreNoOrTwoInstants(TestDb db) throws SQLException {
        int refused = 0;
        try (Connection connection = db.connect()) {
            for (String zone : ZONES) {
                ZoneRules rules = ZoneId.of(zone).getRules();
                List<LocalDateTime> times = times(rules);
                Probe probe = new Probe(db, connection, LOCAL, INSTANT, zone);
                probe.fill(times.stream().map(ZoneConversionTests::literal).toList());
                Set<Integer> expected = which(times, time -> offsets(rules, time) != 1);
                assertThat(probe.refused()).as(zone).isEqualTo(expected);
                List<Long> converted = probe.converted();
                for (int i = 0; i < times.size(); i++) {
                    if (!expected.contains(i)) {
                        ZoneOffset offset = rules.getValidOffsets(times.get(i)).get(0);
                        assertThat(converted.get(i))
                                .as(zone + " " + times.get(i))
                                .isEqualTo(times.get(i).toEpochSecond(offset));
                    }
                }
                refused += expected.size();
            }
        }
        assertThat(refused).isGreaterThan(1_000);
    }

    /** PostgreSQL converts a date whose midnight is skipped to its first instant, H2 to an instant of the day before. */
    @OnDatabases({POSTGRESQL, H2})
    void refusesTheDatesWhoseMidnightIsTwoInstants(TestDb db) throws SQLException {
        int refused = 0;
        try (Connection connection = db.connect()) {
            for (String zone : ZONES) {
                ZoneRules rules = ZoneId.of(zone).getRules();
                List<LocalDate> dates = times(rules).stream()
                        .map(LocalDateTime::toLocalDate)
                        .distinct()
                        .toList();
                Probe probe = new Probe(db, connection, DATE, INSTANT, zone);
                probe.fill(dates.stream().map(date -> "date '" + date + "'").toList());
                Set<Integer> expected = which(dates, date -> {
                    int offsets = offsets(rules, date.atStartOfDay());
                    return offsets == 2 || offsets == 0 && db.database() == H2;
                });
                assertThat(probe.refused()).as(zone).isEqualTo(expected);
                List<Long> converted = probe.converted();
                for (int i = 0; i < dates.size(); i++) {
                    if (!expected.contains(i)) {
                        assertThat(converted.get(i))
                                .as(zone + " " + dates.get(i))
                                .isEqualTo(dates.get(i)
                                        .atStartOfDay(ZoneId.of(zone))
                                        .toEpochSecond());
                    }
                }
                refused += expected.size();
            }
        }
        assertThat(refused).isPositive();
    }

    /**
     * When clocks are set back, two instants have the same local time. The one that the downgrade would not restore is
     * refused.
     */
    @OnDatabases({POSTGRESQL, H2})
    void refusesOneOfTwoInstantsWithTheSameLocalTime(TestDb db) throws SQLException {
        try (Connection connection = db.connect()) {
            for (String zone : ZONES) {
                ZoneRules rules = ZoneId.of(zone).getRules();
                List<LocalDateTime> times = times(rules);
                List<Instant> instants = times.stream()
                        .flatMap(time -> rules.getValidOffsets(time).stream().map(time::toInstant))
                        .toList();
                Probe probe = new Probe(db, connection, INSTANT, LOCAL, zone);
                probe.fill(instants.stream().map(ZoneConversionTests::literal).toList());
                List<LocalDateTime> refused = probe.refused().stream()
                        .map(i -> LocalDateTime.ofInstant(instants.get(i), ZoneId.of(zone)))
                        .toList();
                assertThat(refused)
                        .as(zone)
                        .containsExactlyInAnyOrderElementsOf(times.stream()
                                .filter(time -> offsets(rules, time) == 2)
                                .toList());
            }
        }
    }

    @OnDatabases(POSTGRESQL)
    void convertsValuesWithoutADayBefore(TestDb db) throws SQLException {
        try (Connection connection = db.connect()) {
            Probe probe = new Probe(db, connection, LOCAL, INSTANT, "Europe/Berlin");
            probe.fill(List.of(
                    "timestamp 'infinity'",
                    "timestamp '-infinity'",
                    "timestamp '4713-01-02 00:00:00 BC'",
                    "timestamp '294276-12-31 00:00:00'"));
            assertThat(probe.refused()).isEmpty();
        }
    }

    private static int offsets(ZoneRules rules, LocalDateTime time) {
        return rules.getValidOffsets(time).size();
    }

    private static String literal(LocalDateTime time) {
        return "timestamp '" + TEXT.format(time) + "'";
    }

    private static String literal(Instant instant) {
        return "timestamp with time zone '" + TEXT.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + "+00:00'";
    }

    private static <T> Set<Integer> which(List<T> all, Predicate<T> wanted) {
        return IntStream.range(0, all.size())
                .filter(i -> wanted.test(all.get(i)))
                .boxed()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the local times at, shortly before and after both ends of each change, within it, and others. */
    private static List<LocalDateTime> times(ZoneRules rules) {
        Set<LocalDateTime> times = new LinkedHashSet<>();
        Instant end = Instant.parse("2020-01-01T00:00:00Z");
        ZoneOffsetTransition change = rules.nextTransition(Instant.parse("1995-01-01T00:00:00Z"));
        while (change != null && change.getInstant().isBefore(end)) {
            for (LocalDateTime edge : List.of(change.getDateTimeBefore(), change.getDateTimeAfter())) {
                for (long micros :
                        new long[] {-86_400_000_000L, -1, 0, 1, 600_000_000, -600_000_000, 86_400_000_000L}) {
                    times.add(edge.plusNanos(micros * 1000));
                }
            }
            change = rules.nextTransition(change.getInstant());
        }
        Random random = new Random(7);
        for (int i = 0; i < 100; i++) {
            times.add(LocalDateTime.of(1995, 1, 1, 0, 0).plusSeconds(random.nextInt(788_000_000)));
        }
        return new ArrayList<>(times);
    }

    /** A table with one column of the old type, and the conversion of its values. */
    private static final class Probe {

        private final TestDb db;
        private final Connection connection;
        private final SqlType before;
        private final Conversion conversion;

        Probe(TestDb db, Connection connection, SqlType before, SqlType after, String zone) {
            this.db = db;
            this.connection = connection;
            this.before = before;
            this.conversion = Dialects.named(db.database().product())
                    .conversions()
                    .between(before, after)
                    .in(zone);
        }

        /** The session is in a zone with changes of its own, which must not matter. */
        void fill(List<String> values) throws SQLException {
            execute("set time zone 'America/Sao_Paulo'");
            execute("drop table if exists t");
            execute("create table t (id integer primary key, n "
                    + Dialects.named(db.database().product()).typeName(before) + ")");
            execute("insert into t (id, n) values "
                    + IntStream.range(0, values.size())
                            .mapToObj(i -> "(" + i + ", " + values.get(i) + ")")
                            .collect(Collectors.joining(", ")));
            execute("insert into t (id, n) values (" + values.size() + ", null)");
        }

        Set<Integer> refused() throws SQLException {
            String condition = conversion.loss().condition().replace("%s", "n");
            return TestDb.query(connection, "select id from t where " + condition + " order by id").stream()
                    .map(Integer::valueOf)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        List<Long> converted() throws SQLException {
            String expression = conversion.expression().replace("%s", "n");
            return TestDb.query(
                            connection,
                            "select cast(floor(extract(epoch from " + expression
                                    + ")) as bigint) from t where n is not null order by id")
                    .stream()
                    .map(Long::valueOf)
                    .toList();
        }

        private void execute(String sql) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
