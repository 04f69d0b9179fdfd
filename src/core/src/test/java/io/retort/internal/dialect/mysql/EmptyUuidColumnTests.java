package io.retort.internal.dialect.mysql;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.date;
import static io.retort.migration.Definitions.uuid;
import static io.retort.testkit.TestDatabase.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.internal.dialect.Dialects;
import io.retort.operation.ColumnOperation;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.List;

/** A UUID column without values becomes a number or date, and back; MariaDB refuses that in one step. */
class EmptyUuidColumnTests {

    @OnDatabases(MARIADB)
    void becomesAnotherType(TestDb db) throws SQLException {
        for (SqlType other : List.of(bigint(), date())) {
            db.execute("drop table if exists item", "create table item (id int primary key, code uuid)");
            db.execute("insert into item (id) values (1), (2)");

            execute(db, uuid(), other);
            assertThat(type(db)).isNotEqualTo("uuid");
            execute(db, other, uuid());
            assertThat(type(db)).isEqualTo("uuid");
            assertThat(db.query("select id, code from item order by id")).containsExactly("1|null", "2|null");
        }
    }

    private static void execute(TestDb db, SqlType before, SqlType after) throws SQLException {
        Operation alter = new ColumnOperation.Alter(
                QualifiedName.parse("item"), column("code", before), column("code", after), "null", null);
        for (Statement statement : alter.sql(Dialects.named("mariadb").ddl())) {
            db.execute(((Statement.Sql) statement).text());
        }
    }

    private static String type(TestDb db) throws SQLException {
        return db.query("select data_type from information_schema.columns where table_schema = database()"
                        + " and table_name = 'item' and column_name = 'code'")
                .get(0);
    }
}
