package io.retort.hostile;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.columns;
import static io.retort.migration.Definitions.comment;
import static io.retort.migration.Definitions.foreignKey;
import static io.retort.migration.Definitions.index;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.row;
import static io.retort.migration.Definitions.unique;
import static io.retort.migration.Definitions.varchar;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.retort.Retort;
import io.retort.RetortOptions;
import io.retort.dialect.Dialect;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.RevisionInfo;
import io.retort.schema.Identifier;
import io.retort.schema.QualifiedName;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Names and texts that would be SQL if quoting were missing: created, read from the catalog, used and dropped. */
class HostileNamesTests {

    private static final List<String> NAMES = List.of(
            "it's",
            "a\"b",
            "a`b",
            "\"\"",
            "x; drop table canary; --",
            "x\"; drop table canary; --",
            "x`; drop table canary; -- ",
            "x'); drop table canary; --",
            "select",
            "ORDER",
            "user",
            "Gr\u00f6\u00dfe",
            "\u540d\u524d",
            "a b",
            "a.b",
            "a\\b",
            "$$",
            "${name}",
            "%s",
            "?",
            ":id",
            "/* a",
            "-- a",
            "MixedCase",
            "1st",
            "n".repeat(63));

    private static final List<String> TEXTS = List.of(
            "it's",
            "'); drop table canary; --",
            "\\",
            "\\'; drop table canary; --",
            "\"",
            "`",
            "a\nb",
            "\u540d\u524d",
            "$$ ? ${x} :y",
            "/*",
            "--");

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aNameIsQuotedAndNothingIsInjected(TestDb db) throws SQLException {
        Dialect dialect = dialect(db);
        db.execute("create table canary (id bigint primary key)");
        for (String name : NAMES) {
            // on MySQL and MariaDB a name cannot end with a blank
            String letters = dialect.transactionalDdl() ? name : name.strip();
            Retort retort = retort(db, new Shop(new Identifier(letters, true).typed(), db.database() != SQLITE));
            retort.upgrade("head");
            assertThat(tables(db))
                    .as("tables with %s", letters)
                    .contains(letters)
                    .anyMatch("canary"::equalsIgnoreCase);
            assertThat(columnsOf(db, letters)).as("columns of %s", letters).contains(letters);
            retort.downgrade("base");
            assertThat(tables(db)).as("tables after %s", letters).doesNotContain(letters);
        }
        assertThat(tables(db)).hasSize(2).anyMatch("canary"::equalsIgnoreCase);
    }

    /** SQLite accepts names of any length. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void aNameThatIsTooLongIsRefusedAndNotCut(TestDb db) throws SQLException {
        int longest = dialect(db).identifiers().maxBytes();
        String fits = "n".repeat(longest);
        Retort retort = retort(db, new Named(fits));
        retort.upgrade("head");
        assertThat(tables(db))
                .map(name -> name.toLowerCase(java.util.Locale.ROOT))
                .contains(fits);
        retort.downgrade("base");

        for (int length : List.of(longest + 1, longest + 128)) {
            assertThatExceptionOfType(RetortException.class)
                    .isThrownBy(() -> retort(db, new Named("n".repeat(length))).upgrade("head"))
                    .withMessageContaining(
                            "has " + length + " characters, but this database accepts at most " + longest)
                    .withMessageContaining("Nothing was run.");
        }
        assertThat(tables(db)).hasSize(1);
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aTextIsKeptToTheLetterInRowsAndDefaultsAndMessages(TestDb db) throws SQLException {
        db.execute("create table canary (id bigint primary key)");
        for (String text : TEXTS) {
            Retort retort = retort(db, new Texts(text), text);
            retort.upgrade("head");
            try (Connection connection = db.connect();
                    ResultSet rows =
                            connection.createStatement().executeQuery("select said, meant from texts order by id")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).as("the row").isEqualTo(text);
                assertThat(rows.getString(2)).as("the default").isEqualTo(text);
            }
            assertThat(retort.status().applied().get(0).message())
                    .isEqualTo(text.lines().findFirst().orElse(""));
            retort.downgrade("base");
        }
        assertThat(tables(db)).hasSize(2);
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void theTableOfRevisionsMayHaveAHostileName(TestDb db) throws SQLException {
        db.execute("create table canary (id bigint primary key)");
        for (String letters : List.of("it's", "x; drop table canary; --", "a\"b", "a`b", "select", "Mixed Case")) {
            QualifiedName table = new QualifiedName(null, new Identifier(letters, true).typed());
            Retort retort = retort(db, new Texts("x")).with(RetortOptions.STANDARD.withTable(table));
            retort.upgrade("head");
            assertThat(tables(db)).contains(letters);
            assertThat(retort.upgrade("head").steps()).isEmpty();
            retort.downgrade("base");
        }
        assertThat(tables(db)).anyMatch("canary"::equalsIgnoreCase);
    }

    private static Retort retort(TestDb db, Migration migration) {
        return retort(db, migration, "hostile");
    }

    private static Retort retort(TestDb db, Migration migration, String message) {
        RevisionInfo info =
                new RevisionInfo("3f2a91c07b4e", List.of(), List.of(), List.of(), message, null, true, "Hostile");
        return Retort.on(db.dataSource(), List.of(() -> List.of(new RevisionCode(info, () -> migration))));
    }

    private static Dialect dialect(TestDb db) throws SQLException {
        try (Connection connection = db.connect()) {
            return Dialects.of(connection);
        }
    }

    private static List<String> tables(TestDb db) throws SQLException {
        return db.database() == SQLITE
                ? db.query("select name from sqlite_master where type = 'table'")
                : names(db, "select table_name from information_schema.tables where table_schema = ?", Map.of());
    }

    private static List<String> columnsOf(TestDb db, String table) throws SQLException {
        if (db.database() == SQLITE) {
            return db.query("select name from pragma_table_info('" + table.replace("'", "''") + "')");
        }
        return names(
                db,
                "select column_name from information_schema.columns where table_schema = ? and table_name = ?",
                Map.of(2, table));
    }

    private static List<String> names(TestDb db, String query, Map<Integer, String> parameters) throws SQLException {
        try (Connection connection = db.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            String catalog = connection.getCatalog();
            String schema = connection.getSchema();
            statement.setString(1, schema == null ? catalog : schema);
            for (Map.Entry<Integer, String> parameter : parameters.entrySet()) {
                statement.setString(parameter.getKey(), parameter.getValue());
            }
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }
    }

    /**
     * All kinds of named objects with the same hostile name, including columns, keys and indexes.
     *
     * @param keys whether the product can add a foreign key to an existing table
     */
    private record Shop(String name, boolean keys) implements Migration {

        @Override
        public void upgrade(Operations op) {
            op.createTable(
                    name,
                    column(name, bigint()).notNull(),
                    column("parent", bigint()),
                    column("note", varchar(20)).comment("it's a \"note\" `\\` of " + name),
                    comment("it's the table " + name),
                    primaryKey(name));
            op.addColumn(name, column("more", varchar(10)));
            if (keys) {
                op.addConstraint(name, foreignKey("fk_hostile", "parent").references(name, name));
            }
            op.createIndex(name, index("ix_hostile", "note", name));
            op.insert(name, columns(name, "note"), row(1, "it's"));
            op.renameColumn(name, "more", "less");
        }
    }

    /** A table whose keys and indexes have names of maximum length. */
    private record Named(String name) implements Migration {

        @Override
        public void upgrade(Operations op) {
            op.createTable(
                    name,
                    column(name, bigint()).notNull(),
                    column("code", bigint()),
                    primaryKey(name),
                    unique("u" + name.substring(1), "code", name));
        }
    }

    /** A text as a row's value and as a default. */
    private record Texts(String text) implements Migration {

        @Override
        public void upgrade(Operations op) {
            op.createTable(
                    "texts",
                    column("id", bigint()).notNull(),
                    column("said", varchar(100)),
                    column("meant", varchar(100)).defaultValue(text),
                    primaryKey("id"));
            op.insert("texts", columns("id", "said"), row(1, text));
        }
    }
}
