package io.retort.dialect;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.internal.dialect.Dialects;
import io.retort.schema.QualifiedName;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentifiersTests {

    private static final List<String> TYPED = List.of(
            "email",
            "Email",
            "order",
            "SELECT",
            "_x9",
            "\"Mixed Case\"",
            "\"lower\"",
            "\"UPPER\"",
            "\"say \"\"hi\"\"\"",
            "größe",
            "\"Größe\"",
            "\"a.b\"",
            "\"9lives\"",
            "a-b",
            "\"back`tick\"");

    private final Identifiers postgres = Dialects.named("postgresql").identifiers();
    private final Identifiers h2 = Dialects.named("h2").identifiers();
    private final Identifiers mysql = Dialects.named("mysql").identifiers();

    /** The catalog is the oracle: a column is stored as predicted, and its stored name has the shortest typed form. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void theCatalogHasTheLettersThatWeSay(TestDb db) throws SQLException {
        Identifiers identifiers = Dialects.named(db.database().toString()).identifiers();
        for (String typed : TYPED) {
            if (db.database() == HSQLDB && typed.equals("_x9")) {
                continue; // a reserved word there, which must be quoted
            }
            db.execute("create table t (" + identifiers.sql(typed) + " int)");
            String stored = onlyColumn(db);
            db.execute("drop table t");

            assertThat(identifiers.stored(typed)).as(typed).isEqualTo(stored);
            assertThat(identifiers.stored(identifiers.typed(stored))).isEqualTo(stored);
            assertThat(identifiers.canonical(identifiers.canonical(typed))).isEqualTo(identifiers.canonical(typed));
        }
    }

    private static String onlyColumn(TestDb db) throws SQLException {
        try (Connection connection = db.connect();
                ResultSet rows = connection.createStatement().executeQuery("select * from t")) {
            return rows.getMetaData().getColumnName(1);
        }
    }

    /** A reserved word must be quoted; otherwise a table of that name could not be created. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void everyReservedWordCanBeAName(TestDb db) throws SQLException {
        Identifiers identifiers = Dialects.named(db.database().toString()).identifiers();
        List<String> columns = new ArrayList<>();
        for (String word : identifiers.reserved()) {
            columns.add(identifiers.sql(word) + " int");
        }

        db.execute("create table " + identifiers.sql("table") + " (" + String.join(", ", columns) + ")");

        assertThat(columns).hasSizeGreaterThan(70);
    }

    @OnDatabases(TestDatabase.POSTGRESQL)
    void postgresItselfNamesTheSameReservedWords(TestDb db) throws SQLException {
        assertThat(db.query("select word from pg_get_keywords() where catcode in ('R', 'T')"))
                .isSubsetOf(postgres.reserved());
    }

    @OnDatabases(TestDatabase.MYSQL)
    void mySqlItselfNamesTheSameReservedWords(TestDb db) throws SQLException {
        assertThat(db.query("select lower(word) from information_schema.keywords where reserved = 1"))
                .isSubsetOf(mysql.reserved());
    }

    @Test
    void aNameIsQuotedOnlyWhereItMustBe() {
        assertThat(postgres.sql("email")).isEqualTo("email");
        assertThat(postgres.sql("user")).isEqualTo("\"user\"");
        assertThat(h2.sql("user")).isEqualTo("\"USER\"");
        assertThat(mysql.sql("order")).isEqualTo("`order`");
        assertThat(mysql.sql("\"back`tick\"")).isEqualTo("`back``tick`");
        assertThat(postgres.sql(QualifiedName.parse("Billing.\"User\""))).isEqualTo("Billing.\"User\"");
    }

    @Test
    void sqlServerQuotesWithBrackets() {
        Identifiers sqlserver = Dialects.named("sqlserver").identifiers();

        assertThat(sqlserver.sql("email")).isEqualTo("email");
        assertThat(sqlserver.sql("order")).isEqualTo("[order]");
        assertThat(sqlserver.sql("\"a]b[c\"")).isEqualTo("[a]]b[c]");
        assertThat(sqlserver.stored("\"a]b[c\"")).isEqualTo("a]b[c");
        assertThat(sqlserver.stored("Email")).isEqualTo("Email");
        assertThat(sqlserver.typed("Mixed Case")).isEqualTo("\"Mixed Case\"");
        assertThat(sqlserver.sql(QualifiedName.parse("dbo.user"))).isEqualTo("dbo.[user]");
    }

    @Test
    void twoSpellingsOfOneNameHaveOnePlainestSpelling() {
        assertThat(postgres.canonical("Email"))
                .isEqualTo(postgres.canonical("\"email\""))
                .isEqualTo("email");
        assertThat(h2.canonical("Email")).isEqualTo(h2.canonical("\"EMAIL\"")).isEqualTo("email");
        assertThat(h2.canonical("\"email\"")).isEqualTo("\"email\"");
        assertThat(mysql.canonical("Email")).isNotEqualTo(mysql.canonical("email"));
    }
}
