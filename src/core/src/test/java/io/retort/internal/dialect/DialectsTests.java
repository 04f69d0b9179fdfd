package io.retort.internal.dialect;

import static io.retort.testkit.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.dialect.Dialect;
import io.retort.error.RetortException;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectsTests {

    @Test
    void allNamesAreKnown() {
        assertThat(Dialects.names())
                .containsExactly("h2", "hsqldb", "mariadb", "mysql", "postgresql", "sqlite", "sqlserver");
    }

    @OnDatabases(H2)
    void aConnectionTellsItsDialect(TestDb db) throws SQLException {
        try (Connection connection = db.connect()) {
            assertThat(Dialects.of(connection).name()).isEqualTo("h2");
        }
    }

    @OnDatabases(TestDatabase.DERBY)
    void anUnknownProductIsRefusedWithTheKnownOnes(TestDb db) throws SQLException {
        try (Connection connection = db.connect()) {
            assertThatThrownBy(() -> Dialects.of(connection))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("Retort does not support the database product \"Apache Derby\"")
                    .hasMessageContaining("It supports h2, hsqldb, mariadb, mysql, postgresql, sqlite, sqlserver.");
        }
    }

    @Test
    void aConnectionThatIsClosedIsRefusedWithTheDriversWords() throws SQLException {
        Connection connection = TestDatabase.H2.server().newDatabase().connect();
        connection.close();

        assertThatThrownBy(() -> Dialects.of(connection))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("Cannot read the database product from the connection");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://localhost/shop,           postgresql",
        "jdbc:tc:postgresql:18:///shop,              postgresql",
        "jdbc:mysql://localhost/h2:shop,             mysql",
        "jdbc:mariadb://localhost/mysql,             mariadb",
        "jdbc:h2:mem:shop;MODE=PostgreSQL,           h2",
        "jdbc:hsqldb:file:/data/h2,                  hsqldb",
        "jdbc:sqlite:./data/shop.db,                 sqlite",
        "jdbc:sqlserver://localhost;databaseName=h2,   sqlserver",
        "jdbc:p6spy:h2:file:./data/shop,             h2"
    })
    void aUrlTellsItsDialect(String url, String name) {
        assertThat(Dialects.ofUrl(url).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:mem:shop;MODE=PostgreSQL,            true",
        "jdbc:h2:tcp://localhost/mem:shop,            false",
        "jdbc:h2:file:./mem,                          false",
        "jdbc:hsqldb:mem:shop,                        true",
        "jdbc:hsqldb:file:mem,                        false",
        "jdbc:sqlite::memory:,                        true",
        "jdbc:sqlite:,                                true",
        "jdbc:sqlite:file:shop?mode=memory&cache=shared, true",
        "jdbc:sqlite:file::memory:?cache=shared,      true",
        "jdbc:sqlite:memory.db,                       false",
        "jdbc:sqlite:file:shop.db?mode=rw,            false",
        "jdbc:postgresql://localhost/mem,             false",
        "jdbc:oracle:thin:scott/tiger@localhost,      false"
    })
    void aUrlTellsIfTheDatabaseIsInMemory(String url, boolean inMemory) {
        assertThat(Dialects.isInMemory(url)).isEqualTo(inMemory);
    }

    @Test
    void anUnknownUrlIsRefusedWithoutItsPassword() {
        assertThatThrownBy(() -> Dialects.ofUrl("jdbc:oracle:thin:scott/tiger@localhost"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("jdbc:oracle:")
                .hasMessageNotContaining("tiger");
        assertThatThrownBy(() -> Dialects.ofUrl("postgresql://scott:tiger@localhost"))
                .isInstanceOf(RetortException.class)
                .hasMessageNotContaining("tiger");
    }

    @Test
    void aMariaDbServerIsKnownBehindMySqlsDriver() {
        Dialect mysql = Dialects.named("mysql");
        Dialect mariadb = Dialects.named("MariaDB");

        assertThat(mysql.supports("MySQL", "11.4.5-MariaDB-log")).isFalse();
        assertThat(mariadb.supports("MySQL", "11.4.5-MariaDB-log")).isTrue();
        assertThat(mariadb.supports("MariaDB", "11.4.5-MariaDB")).isTrue();
        assertThat(mysql.supports("MySQL", "8.4.0")).isTrue();
        assertThat(mariadb.supports("MySQL", "8.4.0")).isFalse();
    }

    @Test
    void sqlServerIsKnownByItsMakersName() {
        assertThat(Dialects.named("sqlserver").supports("Microsoft SQL Server", "16.00.1000"))
                .isTrue();
    }

    @Test
    void aNameThatNobodyKnowsIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Dialects.named("postgres"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("h2, hsqldb, mariadb, mysql, postgresql, sqlite, sqlserver");
    }
}
