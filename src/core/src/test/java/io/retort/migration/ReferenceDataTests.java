package io.retort.migration;

import static io.retort.migration.Definitions.*;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL_15;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.Retort;
import io.retort.dialect.Dialect;
import io.retort.internal.csv.CsvFile;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.JavaRevisions;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.Rows;
import io.retort.schema.QualifiedName;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Rows that revisions insert or update by their keys, and CSV files that contain them. */
class ReferenceDataTests {

    private static final String[] FIRST = {
        "DE|Germany, \"Deutschland\"|84000000|true|1957-03-25|2026-11-30 10:15:30.5||0",
        "FR|France|68000000|true|1958-01-01|2026-11-30 10:15:30.0|null|0",
        "JP|日本 🗾|124000000|false|null|null|two\nlines \\ and 'quotes'|0"
    };

    private static final String[] SECOND = {
        "FR|France|68100000|true|1958-01-01|2026-11-30 10:15:30.0|new|0",
        "IT|Italia|59000000|true|1957-03-25|null|null|0",
        "JP|日本 🗾|124000000|false|null|null|two\nlines \\ and 'quotes'|0"
    };

    @OnDatabases({POSTGRESQL, POSTGRESQL_15, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void rowsOfAFileAreInsertedReplacedAndRestored(TestDb db) throws SQLException {
        Retort retort = Retort.on(
                db.dataSource(),
                List.of(JavaRevisions.of(Rs1_create_country.class, Rs2_only.class, Rs3_more_countries.class)));

        retort.upgrade("s2");
        assertThat(countries(db)).containsExactly(FIRST);
        retort.upgrade("s3");
        assertThat(countries(db)).containsExactly(SECOND);
        retort.downgrade("s2");
        assertThat(countries(db)).containsExactly(FIRST);
        retort.downgrade("s1");
        assertThat(countries(db)).isEmpty();
    }

    @OnDatabases({POSTGRESQL, POSTGRESQL_15, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void anExistingRowIsUpdatedAndKeepsItsOtherColumns(TestDb db) throws SQLException {
        Retort retort = retort(db);
        retort.upgrade("s1");
        db.execute(
                "insert into country (code, name, population, note, visits) values ('FR', 'old', 1, 'old', 9)",
                "insert into country (code, name, visits) values ('ZZ', 'other', 5)");

        retort.upgrade("s2");

        String[] updated = {
            FIRST[0], FIRST[1].replaceAll("\\|0$", "|9"), FIRST[2], "ZZ|other|null|null|null|null|null|5"
        };
        assertThat(countries(db)).containsExactly(updated);
        assertThatThrownBy(() -> retort.downgrade("s1"))
                .hasMessageContaining("~ rows in country by key: 3")
                .hasMessageContaining("has no reverse");
        assertThat(countries(db)).containsExactly(updated);
        assertThat(db.query("select id from retort_revision order by id")).containsExactly("s1", "s2");
    }

    /** The former rows of the same keys come back, also one that was changed by the upgrade only. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void formerRowsComeBack(TestDb db) throws SQLException {
        run(db, op -> {
            op.createTable("tier", column("id", integer()).notNull(), column("name", varchar(20)), primaryKey("id"));
            op.insert("tier", columns("id", "name"), row(1, "old"), row(9, "other"));
        });
        Operation upsert = new DataOperation.Upsert(
                QualifiedName.parse("tier"),
                key("id"),
                rows(columns("id", "name"), row(1, "old")),
                rows(columns("id", "name"), row(1, "new"), row(2, "added")));

        run(
                db,
                op -> op.upsert(
                        "tier",
                        key("id"),
                        rows(columns("id", "name"), row(1, "old")),
                        rows(columns("id", "name"), row(1, "new"), row(2, "added"))));
        assertThat(db.query("select id, name from tier order by id")).containsExactly("1|new", "2|added", "9|other");
        DataOperation.Upsert back = (DataOperation.Upsert) upsert.reverse().orElseThrow();
        run(db, op -> op.upsert("tier", back.key(), Objects.requireNonNull(back.before()), back.after()));
        assertThat(db.query("select id, name from tier order by id")).containsExactly("1|old", "9|other");
    }

    /** Of two unique columns, the key decides. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void onlyTheKeyDecidesWhichRowIsUpdated(TestDb db) throws SQLException {
        run(db, op -> {
            op.createTable(
                    "tag",
                    column("id", integer()).notNull(),
                    column("word", varchar(20)).notNull(),
                    primaryKey("id"),
                    unique("uk_tag_word", "word"));
            op.insert("tag", columns("id", "word"), row(1, "old"));
        });

        assertThatThrownBy(() -> run(db, op -> op.upsert("tag", key("id"), rows(columns("id", "word"), row(2, "old")))))
                .isInstanceOf(SQLException.class);
        assertThat(db.query("select id, word from tag")).containsExactly("1|old");

        run(db, op -> op.upsert("tag", key("word"), rows(columns("id", "word"), row(7, "old"), row(8, "new"))));
        assertThat(db.query("select id, word from tag order by id")).containsExactly("7|old", "8|new");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void namesThatNeedQuotesAndACompositeKey(TestDb db) throws SQLException {
        Rows rows = rows(
                columns("\"order\"", "\"Group\"", "\"select\""), row(1, "a", null), row(1, "b", "x"), row(2, "a", "y"));
        run(db, op -> {
            op.createTable(
                    "\"Weird Table\"",
                    column("\"order\"", integer()).notNull(),
                    column("\"Group\"", varchar(20)).notNull(),
                    column("\"select\"", varchar(20)),
                    primaryKey("\"order\"", "\"Group\""));
            op.upsert("\"Weird Table\"", key("\"order\"", "\"Group\""), rows);
            op.upsert("\"Weird Table\"", key("\"order\"", "\"Group\""), rows);
        });

        String table = Dialects.named(db.database().toString()).identifiers().sql("\"Weird Table\"");
        assertThat(db.query("select * from " + table).stream().sorted()).containsExactly("1|a|null", "1|b|x", "2|a|y");
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE})
    void thousandsOfGeneratedRowsComeBackAsTheyWere(TestDb db) throws SQLException {
        Random random = new Random(17);
        List<List<@Nullable Object>> generated = new ArrayList<>();
        for (int i = 0; i < 2_345; i++) {
            generated.add(row(i, Texts.of(random), random.nextInt(4) == 0 ? null : random.nextInt()));
        }
        run(
                db,
                op -> op.createTable(
                        "item",
                        column("id", integer()).notNull(),
                        column("name", varchar(100)),
                        column("amount", integer()),
                        primaryKey("id")));
        List<List<@Nullable Object>> before = new ArrayList<>();
        generated.subList(0, 1_000).forEach(row -> before.add(row(row.get(0), "before", null)));

        run(db, op -> {
            op.insert("item", new Rows(columns("id", "name", "amount"), before));
            op.upsert("item", key("id"), new Rows(columns("id", "name", "amount"), generated));
        });

        List<List<@Nullable Object>> stored = new ArrayList<>();
        try (Connection connection = db.connect();
                PreparedStatement select =
                        connection.prepareStatement("select id, name, amount from item order by id");
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                int amount = found.getInt(3);
                Integer orNull = found.wasNull() ? null : amount;
                stored.add(row(found.getInt(1), found.getString(2), orNull));
            }
        }
        assertThat(stored).isEqualTo(generated);
    }

    /** The oracle is the reader of the database itself. */
    @OnDatabases(POSTGRESQL)
    void aFileMeansWhatItMeansForCopy(TestDb db) throws Exception {
        db.execute("create table copied (id bigint primary key, name text, other text)");
        db.execute("create table ours (id bigint primary key, name text, other text)");
        Random random = new Random(5);
        StringBuilder file = new StringBuilder("id:bigint,name,other\n");
        for (int i = 0; i < 1_500; i++) {
            file.append(i)
                    .append(',')
                    .append(Texts.inFile(random))
                    .append(',')
                    .append(Texts.inFile(random))
                    .append('\n');
        }
        try (Connection connection = db.connect()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy copied from stdin (format csv, header true)", new StringReader(file.toString()));
        }

        Rows rows = CsvFile.of("generated.csv", file.toString().getBytes(StandardCharsets.UTF_8));
        run(db, op -> op.insert("ours", rows));

        assertThat(db.query("(table ours except table copied) union all (table copied except table ours)"))
                .isEmpty();
        assertThat(db.query("select count(*), count(name), count(nullif(name, '')) from ours"))
                .isEqualTo(db.query("select count(*), count(name), count(nullif(name, '')) from copied"));
    }

    @Test
    void aFileOfWindowsHasTheSameRows() {
        String text = "a,b:integer\nx,1\n\"y\nz\",\n";
        Rows rows = read(text);

        assertThat(rows.columns()).containsExactly("a", "b");
        assertThat(rows.rows()).containsExactly(row("x", 1), row("y\nz", null));
        assertThat(read("\uFEFF" + text.replace("\n", "\r\n"))).isEqualTo(rows);
        assertThat(read(text.stripTrailing())).isEqualTo(rows);
        assertThat(read(text + "\n\n")).isEqualTo(rows);
        assertThat(read("a\n\n\"\"\n").rows()).containsExactly(row((Object) null), row(""));
    }

    @Test
    void aFileThatCannotBeReadNamesItsLine() {
        refused("", "Line 1 of x.csv has no line with the names of the columns.");
        refused("a,b\n1\n", "Line 2 of x.csv has 1 values for 2 columns.");
        refused("a,b\n\"1\n2\",3\n1,2,3\n", "Line 4 of x.csv has 3 values for 2 columns.");
        refused("a:bigint\n1\nx\n", "Line 3 of x.csv has \"x\" in the column a, which is not of the type bigint.");
        refused("a:boolean\n1\n", "Line 2 of x.csv has \"1\" in the column a, which is not of the type boolean.");
        refused("a:uuid\n1-1-1-1-1\n", "Line 2 of x.csv has \"1-1-1-1-1\" in the column a");
        refused("a:date\n\"\"\n", "Line 2 of x.csv has \"\" in the column a, which is not of the type date.");
        refused("a:int\n1\n", "Line 1 of x.csv has the column a of the unknown type \"int\".");
        refused("a,\n1,2\n", "Line 1 of x.csv has a column without a name.");
        refused("a,a\n1,2\n", "Line 1 of x.csv names a column twice.");
        refused("a\nx\"y\n", "Line 2 of x.csv has a quote inside a value without quotes.");
        refused("a\n\"x\"y\n", "Line 2 of x.csv has text after the closing quote of a value.");
        refused("a\nx\n\"y\nz\n", "Line 3 of x.csv has a value whose quotes are not closed.");
        assertThatThrownBy(() -> CsvFile.of("x.csv", new byte[] {'a', '\n', (byte) 0xE4}))
                .hasMessageContaining("The file x.csv is not UTF-8.");
        assertThatThrownBy(() -> csv(ReferenceDataTests.class, "nowhere.csv"))
                .hasMessageContaining("The file io/retort/migration/nowhere.csv does not exist on the class path, as"
                        + " ReferenceDataTests requires.");
    }

    @Test
    void aKeyIsCompleteAndUnique() {
        assertThatThrownBy(() -> upsert(key("id"), rows(columns("name"), row("x"))))
                .hasMessageContaining("the column id is not one of [name]");
        assertThatThrownBy(() -> upsert(key("id"), rows(columns("id"), row((Object) null))))
                .hasMessageContaining("has no value in its key [id]");
        assertThatThrownBy(() -> upsert(key("id"), rows(columns("id"), row(1), row(1L))))
                .hasMessageContaining("two rows of tag have the same key [id]: [1]");
        assertThatThrownBy(() -> upsert(key(), rows(columns("id"), row(1)))).hasMessageContaining("have no key");
        assertThat(new DataOperation.Upsert(
                                QualifiedName.parse("tag"),
                                key("id"),
                                rows(columns("id"), row(1L), row(2L)),
                                rows(columns("id"), row(1)))
                        .deleted()
                        .rows())
                .containsExactly(row(2L));
    }

    private static DataOperation.Upsert upsert(List<String> key, Rows rows) {
        return new DataOperation.Upsert(QualifiedName.parse("tag"), key, Rows.NONE, rows);
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> read(text)).hasMessageContaining(message);
    }

    private static Rows read(String text) {
        return CsvFile.of("x.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Retort retort(TestDb db) {
        return Retort.on(
                db.dataSource(),
                List.of(JavaRevisions.of(Rs1_create_country.class, Rs2_countries.class, Rs3_more_countries.class)));
    }

    private static List<String> countries(TestDb db) throws SQLException {
        List<String> countries = new ArrayList<>();
        try (Connection connection = db.connect();
                PreparedStatement select = connection.prepareStatement(
                        "select code, name, population, eu, since, seen, note, visits from country order by code");
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                boolean eu = found.getBoolean(4);
                Object member = found.wasNull() ? null : eu;
                String seen = found.getString(6);
                countries.add(String.join(
                        "|",
                        found.getString(1),
                        found.getString(2),
                        found.getString(3),
                        String.valueOf(member),
                        found.getString(5),
                        seen == null ? "null" : Timestamp.valueOf(seen).toString(),
                        found.getString(7),
                        found.getString(8)));
            }
        }
        return countries;
    }

    private static void run(TestDb db, Consumer<Operations> migration) throws SQLException {
        Dialect dialect = Dialects.named(db.database().toString());
        try (Connection connection = db.connect();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (Operation operation : Operations.collect(migration)) {
                for (io.retort.operation.Statement one : operation.sql(dialect.ddl())) {
                    statement.execute(((io.retort.operation.Statement.Sql) one).text());
                }
            }
        }
    }

    /** Generated texts. */
    private static final class Texts {

        private static final List<String> PIECES = List.of(
                "a", "Zürich", " ", ",", "\n", "\"", "'", "\\", "😀", "日本", ";", "--", "null", "{d}", "%", "\t", "?");

        static @Nullable String of(Random random) {
            int length = random.nextInt(8) - 1;
            if (length < 0) {
                return null;
            }
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < length; i++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            return text.toString();
        }

        static String inFile(Random random) {
            String text = of(random);
            if (text == null) {
                return "";
            }
            boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> c == ',' || c == '\n' || c == '"');
            return plain && random.nextBoolean() ? text : '"' + text.replace("\"", "\"\"") + '"';
        }
    }

    /** Creates the table. */
    @Revision(id = "s1", message = "create country")
    public static final class Rs1_create_country implements Migration {

        @Override
        public void upgrade(Operations op) {
            op.createTable(
                    "country",
                    column("code", varchar(2)).notNull(),
                    column("name", varchar(100)).notNull(),
                    column("population", bigint()),
                    column("eu", bool()),
                    column("since", date()),
                    column("seen", timestamp(6)),
                    column("note", varchar(100)),
                    column("visits", integer()).defaultValue(0),
                    primaryKey("code"));
        }
    }

    /** Writes the first version of the file. */
    @Revision(id = "s2", parent = "s1", message = "countries")
    public static final class Rs2_countries implements Migration {

        @Override
        public void upgrade(Operations op) {
            op.upsert("country", key("code"), csv(getClass(), "countries.csv"));
        }
    }

    /** Writes the first version of the file into a table of which nothing else writes rows. */
    @Revision(id = "s2", parent = "s1", message = "countries")
    public static final class Rs2_only implements Migration {

        @Override
        public void upgrade(Operations op) {
            op.upsert("country", key("code"), noRows(), csv(getClass(), "countries.csv"));
        }
    }

    /** Writes the second version of the file. */
    @Revision(id = "s3", parent = "s2", message = "more countries")
    public static final class Rs3_more_countries implements Migration {

        @Override
        public void upgrade(Operations op) {
            op.upsert("country", key("code"), csv(getClass(), "countries.csv"), csv(getClass(), "countries-2.csv"));
        }
    }
}
