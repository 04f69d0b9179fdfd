package io.retort.internal.backfill;

import static io.retort.migration.Definitions.*;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.dialect.Dialect;
import io.retort.internal.dialect.Dialects;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.operation.Fill;
import io.retort.revision.RevisionInfo;
import io.retort.run.RunListener;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.TestSeed;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A backfill leaves the same rows as one {@code update}: on generated tables with keys of all types, against a copy of the
 * table that plain JDBC updates. {@code -Dbackfill.seed} repeats a run.
 */
class BackfillLawTests {

    private static final int TABLES = Boolean.getBoolean("retort.full") ? 120 : 13;
    private static final int[] SIZES = Boolean.getBoolean("retort.full")
            ? new int[] {0, 1, 2, 3, 99, 100, 101, 350, 1_200, 5_000}
            : new int[] {0, 1, 2, 60, 130, 240};

    private static final String SET_ORACLE =
            "update %s set filled = coalesce(source, 'none'), n = n + 1 where filled is null";
    private static final Fill FILL =
            set("filled", "coalesce(source, 'none')").set("n", "n + 1").where("filled is null -- not yet");

    /** A type of key: its columns, and a generator of their values. */
    private record Key(String name, List<SqlType> types, Function<Random, List<Object>> values) {}

    private static final List<String> PIECES = List.of(
            "a", "A", "b", "B", "z", "Z", "ä", "Ä", "ö", "ß", "ss", "é", "e", "ñ", "n", "-", "_", " ", "'", "\\", "\"",
            "%", "0", "10", "9", "ı", "I", "日", "🗾", ";", "--", "{x}", "?");

    private static final List<Key> KEYS = List.of(
            new Key(
                    "gaps",
                    List.of(bigint()),
                    r -> List.of(r.nextInt(20) == 0 ? r.nextLong() : (long) r.nextInt(1_000_000))),
            new Key("negative", List.of(integer()), r -> List.of(r.nextInt(20_000) - 10_000)),
            new Key("uuid", List.of(uuid()), r -> List.of(random(r))),
            new Key("text", List.of(varchar(60)), r -> List.of(text(r, 6))),
            new Key("pair", List.of(integer(), varchar(60)), r -> List.of(r.nextInt(9) - 4, text(r, 3))),
            new Key("date", List.of(date()), r -> List.of(LocalDate.ofEpochDay(r.nextInt(40_000) - 10_000L))),
            new Key("time", List.of(timestamp(6)), r -> List.of(moment(r))),
            new Key("bytes", List.of(varbinary(16)), r -> List.of(bytes(r))),
            new Key("decimal", List.of(numeric(20, 4)), r -> List.of(BigDecimal.valueOf(r.nextLong() / 100, 4))),
            new Key(
                    "triple",
                    List.of(uuid(), date(), bigint()),
                    r -> List.of(new UUID(r.nextInt(3), r.nextInt(2)), LocalDate.ofEpochDay(r.nextInt(4)), (long)
                            r.nextInt(99))),
            new Key("fixed", List.of(character(5)), r -> List.of(fixed(r))),
            new Key("truth", List.of(bool(), integer()), r -> List.of(r.nextBoolean(), r.nextInt(5_000))),
            new Key("small", List.of(smallint(), smallint()), r -> List.of(r.nextInt(200) - 100, r.nextInt(100))));

    private final long seed = TestSeed.of("backfill.seed");
    private final Random random = new Random(seed);

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aBackfillLeavesTheSameRowsAsOneUpdate(TestDb db) throws SQLException {
        Dialect dialect = Dialects.named(db.database().product());
        List<Generated> tables = new ArrayList<>();
        for (int i = 0; i < TABLES; i++) {
            tables.add(new Generated("t" + i, KEYS.get(i % KEYS.size()), SIZES[random.nextInt(SIZES.length)]));
        }
        Retort retort = retort(
                db,
                op -> tables.forEach(table -> table.create(op)),
                op -> tables.forEach(table -> op.backfill(
                        table.name,
                        FILL,
                        batches().rows(1 + random.nextInt(120)).millis(1 + random.nextInt(50)))));
        retort.upgrade("0000cafe");
        int rows = 0;
        try (Connection connection = db.connect()) {
            for (Generated table : tables) {
                rows += table.insert(connection, dialect, random);
            }
        }

        List<String> warnings = new ArrayList<>();
        retort.with(new RunListener() {
                    @Override
                    public void warning(String sentence) {
                        warnings.add(sentence);
                    }
                })
                .upgrade("head");

        assertThat(warnings)
                .as("one pass fills all rows, seed %d on %s", seed, db)
                .isEmpty();

        for (Generated table : tables) {
            assertThat(table.rows(db, table.name))
                    .as("seed %d, key %s, %d rows on %s", seed, table.key.name, table.size, db)
                    .isEqualTo(table.rows(db, table.name + "_oracle"));
        }
        assertThat(rows).isPositive();
        System.out.println("backfill law: " + TABLES + " tables, " + rows + " rows on " + db + ", seed " + seed);
    }

    /** A table, and a copy that one update fills. */
    private record Generated(String name, Key key, int size) {

        void create(Operations op) {
            for (String each : List.of(name, name + "_oracle")) {
                List<Table.Element> columns = new ArrayList<>();
                for (int i = 0; i < key.types.size(); i++) {
                    columns.add(column("k" + i, key.types.get(i)).notNull());
                }
                columns.add(column("source", varchar(20)));
                columns.add(column("filled", varchar(20)));
                columns.add(column("n", integer()).defaultValue(0).notNull());
                columns.add(primaryKey(columns().split(", ")));
                op.createTable(each, columns.toArray(Table.Element[]::new));
            }
        }

        /** Two values can be equal in the collation of the table; the second is then left out. */
        int insert(Connection connection, Dialect dialect, Random random) throws SQLException {
            int inserted = 0;
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                for (int i = 0; i < size; i++) {
                    String values = key.values.apply(random).stream()
                                    .map(dialect::literal)
                                    .collect(Collectors.joining(", "))
                            + (random.nextInt(4) == 0 ? ", null" : ", 'source " + i + "'")
                            + (random.nextInt(3) == 0 ? ", 'was " + i + "'" : ", null");
                    String columns = " (" + columns() + ", source, filled) values (";
                    try {
                        statement.execute("insert into " + name + columns + values + ")");
                        inserted++;
                    } catch (SQLException equalKey) {
                        assertThat(equalKey.getMessage()).containsPattern("(?i)duplicate|unique|constraint|primary");
                    }
                }
                statement.execute("insert into " + name + "_oracle select * from " + name);
                statement.execute(String.format(SET_ORACLE, name + "_oracle"));
            }
            return inserted;
        }

        private String columns() {
            StringBuilder columns = new StringBuilder("k0");
            for (int i = 1; i < key.types.size(); i++) {
                columns.append(", k").append(i);
            }
            return columns.toString();
        }

        List<String> rows(TestDb db, String table) throws SQLException {
            return db.query("select " + columns() + ", source, filled, n from " + table + " order by " + columns());
        }
    }

    /** MariaDB accepts only UUIDs of a known version and variant. */
    private static UUID random(Random random) {
        return new UUID(
                random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    private static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(most + 1);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String fixed(Random random) {
        String text = text(random, 2);
        return text.substring(0, text.offsetByCodePoints(0, Math.min(5, text.codePointCount(0, text.length()))));
    }

    private static LocalDateTime moment(Random random) {
        return LocalDateTime.ofEpochSecond(
                1_000_000_000L + random.nextInt(100_000_000), random.nextInt(1_000_000) * 1000, ZoneOffset.UTC);
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(16)];
        random.nextBytes(bytes);
        return bytes;
    }

    static Retort retort(TestDb db, Migration... steps) {
        List<RevisionCode> revisions = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            String id = String.format("%04dcafe", i);
            Migration step = steps[i];
            List<String> parents = i == 0 ? List.of() : List.of(String.format("%04dcafe", i - 1));
            revisions.add(new RevisionCode(
                    new RevisionInfo(id, parents, List.of(), List.of(), "step " + i, null, true, "db/" + id + ".java"),
                    () -> step));
        }
        return Retort.on(db.dataSource(), List.of(() -> List.copyOf(revisions)));
    }
}
