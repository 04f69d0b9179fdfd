package io.retort.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

class FreshDatabaseTests {

    @OnDatabases
    void aFreshDatabaseIsEmpty(TestDb db) throws SQLException {
        assertThat(tables(db)).isEmpty();

        db.execute("create table customer (id int not null primary key, name varchar(20))");

        assertThat(tables(db)).containsExactly("customer");
    }

    @OnDatabases
    void rowsAreWrittenAndReadOnConnectionsOfTheirOwn(TestDb db) throws SQLException {
        db.execute(
                "create table customer (id int not null primary key, name varchar(20))",
                "insert into customer values (1, 'Ada')",
                "insert into customer values (2, null)");

        assertThat(db.query("select id, name from customer order by id")).containsExactly("1|Ada", "2|null");
    }

    @OnDatabases
    void twoDatabasesOfOneServerKnowNothingOfEachOther(TestDb db) throws SQLException {
        try (TestDb other = db.database().server().newDatabase()) {
            db.execute("create table customer (id int not null primary key)");

            assertThat(tables(other)).isEmpty();
            assertThat(other.server()).isSameAs(db.server());
        }
    }

    @OnDatabases
    void aTransactionThatATestForgotDoesNotKeepItsDatabase(TestDb db) throws SQLException {
        TestDb doomed = db.server().newDatabase();
        doomed.execute("create table customer (id int not null primary key)");
        Connection forgotten = doomed.connect();
        forgotten.setAutoCommit(false);
        forgotten.createStatement().execute("insert into customer values (1)");

        doomed.close();

        assertThatThrownBy(() -> doomed.query("select id from customer")).isInstanceOf(SQLException.class);
    }

    @OnDatabases
    void theDataSourceOpensConnectionsToTheSameDatabase(TestDb db) throws SQLException {
        db.execute("create table customer (id int not null primary key)");

        try (Connection connection = db.dataSource().getConnection()) {
            assertThat(connection.getMetaData().getURL())
                    .startsWith("jdbc:" + db.database().product());
            assertThat(connection.createStatement().executeUpdate("delete from customer"))
                    .isZero();
        }
    }

    @OnDatabases
    void textOfAllScriptsIsKept(TestDb db) throws SQLException {
        db.execute("create table word (id int not null primary key, text varchar(20))");
        try (Connection connection = db.connect();
                var insert = connection.prepareStatement("insert into word values (1, ?)")) {
            insert.setString(1, "Grüße, 世界 🙂");
            insert.executeUpdate();
        }

        assertThat(db.query("select text from word")).containsExactly("Grüße, 世界 🙂");
    }

    private static List<String> tables(TestDb db) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = db.connect();
                ResultSet tables = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {
                            "TABLE", "BASE TABLE"
                        })) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
