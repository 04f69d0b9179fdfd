package io.retort.diff.question;

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
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Counting is limited, and a failed query has no other effect. */
class CountedRowsTests {

    private static final QualifiedName ITEM = QualifiedName.parse("item");

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void itIsExactUpToALimit(TestDb db) throws SQLException {
        db.execute("create table item (a int, b varchar(9))");
        for (int i = 0; i < 5; i++) {
            db.execute("insert into item values (" + i / 2 + ", " + (i == 0 ? "null" : "'x'") + ")");
        }
        try (Connection connection = db.connect()) {
            Evidence all = new CountedRows(connection, Dialects.of(connection));
            assertThat(all.rows(ITEM)).isEqualTo(new Count(5, false));
            assertThat(all.rows(ITEM, "b", "%s is null")).isEqualTo(new Count(1, false));
            assertThat(all.distinct(ITEM, "b")).isEqualTo(new Count(1, false));
            assertThat(all.duplicates(ITEM, List.of("a"))).isEqualTo(new Count(2, false));
            assertThat(all.duplicates(ITEM, List.of("a", "b"))).isEqualTo(new Count(1, false));
            assertThat(all.rows(ITEM, "nobody", "%s is null")).isEqualTo(Count.UNKNOWN);

            Evidence some = new CountedRows(connection, Dialects.of(connection), 3);
            assertThat(some.rows(ITEM)).isEqualTo(new Count(3, true));
            assertThat(some.rows(ITEM).of("row")).isEqualTo("at least 3 rows");
        }
        assertThat(new Count(18204, false).of("value")).isEqualTo("18 204 values");
        assertThat(Count.UNKNOWN.of("row")).isEqualTo("an unknown number of rows");
    }
}
