package io.retort.testkit.dump;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An oracle that overlooks something is none. */
class SchemaDumpTests {

    private static final String[] SHOP = {
        "create table shop (id integer not null primary key, town varchar(20) default 'x', low integer check (low > 0))",
        "create table goods (id integer not null, shop_id integer, code varchar(5),"
                + " constraint uk_code unique (code), constraint fk_shop foreign key (shop_id) references shop (id))",
        "create index ix_goods on goods (code, shop_id)",
        "create sequence counter start with 5 increment by 3",
        "insert into shop (id) values (1)"
    };

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void everyChangeIsSeen(TestDb db) throws SQLException {
        db.execute(SHOP);
        List<String> before = SchemaDump.of(db).naming("none").lines();
        for (String change : List.of(
                "alter table shop add column more integer",
                "alter table shop alter column town set default 'y'",
                "drop index ix_goods" + (db.database() == MARIADB ? " on goods" : ""),
                "alter table goods drop constraint uk_code",
                "alter table goods drop constraint fk_shop",
                "drop sequence counter",
                "insert into shop (id) values (2)",
                "drop table goods")) {
            db.execute(change);
            List<String> after = SchemaDump.of(db).naming("none").lines();
            assertThat(after).as(change).isNotEqualTo(before);
            before = after;
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void onlyNamesThatWereGivenAreShown(TestDb db) throws SQLException {
        db.execute(SHOP);

        SchemaDump dump = SchemaDump.of(db);

        String all = String.join("\n", dump.naming("UK_code|ix_.*").lines()).toLowerCase();
        assertThat(all).contains("uk_code").contains("ix_goods").doesNotContain("fk_shop");
        assertThat(dump.lines()).anyMatch(line -> line.toLowerCase().contains("fk_shop"));
        assertThat(dump.without("goods").lines())
                .isNotEmpty()
                .noneMatch(line -> line.toLowerCase().contains("goods"));
    }

    @ParameterizedTest
    @EnumSource(names = "DERBY")
    void aProductWithoutAToolIsRefused(TestDatabase database) {
        try (TestDb db = database.server().newDatabase()) {
            assertThatThrownBy(() -> SchemaDump.of(db))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(database.toString());
        }
    }
}
