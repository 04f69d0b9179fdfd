package io.retort.diff.conversion;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.dialect.Dialect;
import io.retort.dialect.conversion.Conversion;
import io.retort.internal.dialect.Dialects;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A row without a value loses nothing when its column gets another type, whatever the types are. */
class NullsInConversionsTests {

    private static final String ZONE = "Europe/Berlin";

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aNullIsNeverLost(TestDb db) throws SQLException {
        Dialect dialect = Dialects.named(db.database().product());
        List<ConversionSamples> samples = ConversionSamples.on(db.database());
        List<String> lost = new ArrayList<>();
        int conditions = 0;
        for (ConversionSamples from : samples) {
            db.execute("drop table if exists t", "create table t (n " + dialect.typeName(from.type()) + ")");
            db.execute("insert into t values (null)");
            for (ConversionSamples to : samples) {
                Conversion.Loss loss = dialect.conversions()
                        .between(from.type(), to.type())
                        .in(ZONE)
                        .loss();
                if (loss != null) {
                    conditions++;
                    String condition = loss.condition().replace("%s", "n");
                    if (!db.query("select count(*) from t where " + condition).equals(List.of("0"))) {
                        lost.add(from.type() + " -> " + to.type() + ": " + condition);
                    }
                }
            }
        }
        assertThat(lost).isEmpty();
        assertThat(conditions).isGreaterThan(100);
    }
}
