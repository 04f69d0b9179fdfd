package io.retort.diff.faithful;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.check;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.enumType;
import static io.retort.migration.Definitions.foreignKey;
import static io.retort.migration.Definitions.index;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.sequence;
import static io.retort.migration.Definitions.type;
import static io.retort.migration.Definitions.unique;
import static io.retort.migration.Definitions.varchar;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.diff.HistoryReplay;
import io.retort.diff.author.ReplayResult;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.History;
import io.retort.internal.state.HistorySchema;
import io.retort.internal.state.OperationObjects;
import io.retort.internal.state.SchemaObject;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.RevisionInfo;
import io.retort.schema.QualifiedName;
import io.retort.source.RevisionCode;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever SQL without a declaration changes is unknown in the computed schema. The product is the oracle: it runs the
 * statement, and its catalog shows which objects changed.
 */
@Tag("long")
class UndeclaredSqlTests {

    private static final TestDatabase[] ALL = {POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE};

    static Stream<Arguments> statements() {
        List<Arguments> all = new ArrayList<>();
        on(all, "alter table customer add column fax varchar(20)", ALL);
        on(all, "alter table customer rename to client", POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE);
        on(all, "rename table customer to client, note to memo", MARIADB, MYSQL);
        on(all, "alter table customer rename client", MARIADB, MYSQL);
        on(all, "alter table customer rename as client", MARIADB, MYSQL);
        on(all, "drop index ix_customer_name", POSTGRESQL, H2, HSQLDB, SQLITE);
        on(all, "drop index ix_customer_name on customer", MARIADB, MYSQL);
        on(all, "alter index ix_customer_name rename to ix_other", POSTGRESQL, H2, HSQLDB);
        on(all, "alter table \"order item\" add column fax varchar(20)", POSTGRESQL, H2, HSQLDB, SQLITE);
        on(all, "alter table `order item` add column fax varchar(20)", MARIADB, MYSQL, SQLITE);
        on(all, "alter table [order item] add column fax varchar(20)", SQLITE);
        on(all, "comment on column customer.name is 'the name'", POSTGRESQL, H2, HSQLDB);
        on(all, "comment on table customer is 'customers'", POSTGRESQL, H2, HSQLDB);
        on(all, "drop schema billing cascade", POSTGRESQL, H2, HSQLDB);
        on(all, "alter schema billing rename to accounts", POSTGRESQL, H2, HSQLDB);
        on(all, "create schema depot create table crate (id bigint, size integer)", POSTGRESQL);
        on(all, "alter table note set schema billing", POSTGRESQL);
        on(all, "create domain mood as enum ('ok', 'bad')", H2);
        on(all, "create type mood as enum ('ok', 'bad')", POSTGRESQL);
        on(all, "alter type tone rename to tune", POSTGRESQL);
        on(all, "alter type tone add value 'blue'", POSTGRESQL);
        on(all, "drop domain tone cascade", H2);
        on(all, "alter domain tone rename to tune", H2);
        on(all, "drop sequence counter", POSTGRESQL, MARIADB, H2, HSQLDB);
        on(all, "alter sequence counter increment by 7", POSTGRESQL, MARIADB, H2, HSQLDB);
        on(all, "alter sequence counter rename to ticker", POSTGRESQL);
        on(all, "select id, name into client from customer", POSTGRESQL);
        on(all, "with c as (select 1 as id) select id into client from c", POSTGRESQL);
        on(all, "explain analyze create table client as select id from customer", POSTGRESQL);
        on(all, "do $$ begin create table client (id bigint); end $$", POSTGRESQL);
        on(all, "do $$ begin execute 'create table client (id bigint)'; end $$", POSTGRESQL);
        on(all, "do $x$ begin alter table customer rename to client; end $x$", POSTGRESQL);
        on(all, "create table client as select id from customer", POSTGRESQL, MARIADB, MYSQL, H2, SQLITE);
        on(all, "create table client (like customer including all)", POSTGRESQL);
        on(all, "create table client like customer", MARIADB, MYSQL);
        on(all, "begin not atomic alter table customer add column fax varchar(20); end", MARIADB);
        on(all, "/*!50000 alter table customer add column fax varchar(20) */", MYSQL, MARIADB);
        on(all, "/*M! alter table customer add column fax varchar(20) */", MARIADB);
        on(all, "set statement max_statement_time = 60 for alter table customer add column fax varchar(20)", MARIADB);
        on(all, "create or replace table note (id bigint, text varchar(9))", MARIADB);
        on(all, "create unlogged table client (id bigint)", POSTGRESQL);
        on(all, "create cached table client (id bigint)", H2, HSQLDB);
        on(all, "create memory table if not exists client (id bigint)", H2);
        on(all, "create table public.client (id bigint)", POSTGRESQL, H2, HSQLDB);
        on(all, "create index on customer (name, kind)", POSTGRESQL);
        on(all, "alter table customer drop constraint uk_customer_kind", POSTGRESQL, H2, HSQLDB, MARIADB);
        on(all, "cluster customer using ix_customer_name", POSTGRESQL);
        on(all, "drop table if exists note cascade", POSTGRESQL, H2, HSQLDB, MARIADB, MYSQL);
        on(all, "drop view if exists v", ALL);
        on(all, "execute immediate 'alter table customer add column fax varchar(20)'", H2, MARIADB);
        on(all, "create view v as select id from customer", ALL);
        on(all, "drop index if exists billing.ix_invoice_total", POSTGRESQL, H2);
        on(all, "alter table billing.invoice drop column total", POSTGRESQL, H2, HSQLDB);
        on(all, "drop table customer cascade", POSTGRESQL, H2, HSQLDB);
        on(all, "alter table customer rename column id to number", POSTGRESQL, MARIADB, SQLITE);
        on(all, "alter table customer alter column id rename to number", H2, HSQLDB);
        on(all, "alter table customer change id number bigint not null", MARIADB, MYSQL);
        on(all, "drop type tone cascade", POSTGRESQL);
        on(all, "create table if not exists \"Client\" (id bigint)", POSTGRESQL, H2, HSQLDB, SQLITE);
        on(all, "insert into note select id from customer", ALL);
        on(all, "insert into note (id) select length(replace('create table x', 'a', 'b'))", POSTGRESQL);
        return all.stream();
    }

    /** In a short build, not on those that are much like another one. */
    private static void on(List<Arguments> all, String sql, TestDatabase... databases) {
        Stream.of(databases)
                .filter(database -> Boolean.getBoolean("retort.full") || database != MYSQL && database != HSQLDB)
                .map(database -> Arguments.of(sql, database))
                .forEach(all::add);
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("statements")
    void whatTheStatementChangesIsUnknown(String sql, TestDatabase database) throws Exception {
        try (TestDb db = database.server().newDatabase()) {
            List<RevisionCode> history = List.of(
                    revision("a1", "", op -> schema(op, database)), revision("a2", "a1", op -> op.execute(sql)));
            Retort retort = Retort.on(db.dataSource(), List.of(() -> history));

            ReplayResult result = new HistoryReplay(db.dataSource(), retort).run(revision -> {});

            assertThat(result.mismatch()).isEmpty();
            Set<QualifiedName> changed = result.missing().stream()
                    .flatMap(missing -> missing.means().stream())
                    .flatMap(operation -> operation.accept(new OperationObjects()).stream())
                    .map(SchemaObject::owner)
                    .collect(Collectors.toSet());
            Set<QualifiedName> unknown = HistorySchema.of(
                            History.read(retort.sources()), Dialects.named(database.product()))
                    .unknown()
                    .keySet();
            assertThat(unknown).as(sql).containsAll(changed);
        }
    }

    private static void schema(Operations op, TestDatabase database) {
        op.createTable(
                "customer",
                column("id", bigint()).notNull(),
                column("name", varchar(40)),
                column("kind", varchar(10)),
                primaryKey("id"),
                unique("uk_customer_kind", "kind"),
                check("ck_customer_kind", "kind <> 'x'"));
        op.createIndex("customer", index("ix_customer_name", "name"));
        op.createTable(
                "purchase",
                column("id", bigint()).notNull(),
                column("buyer", bigint()),
                primaryKey("id"),
                foreignKey("fk_purchase_buyer", "buyer").references("customer", "id"));
        op.createTable("note", column("id", bigint()).notNull(), primaryKey("id"));
        op.createTable("\"order item\"", column("id", bigint()).notNull(), primaryKey("id"));
        if (database != MYSQL && database != SQLITE) {
            op.createSequence(sequence("counter"));
        }
        if (database == POSTGRESQL || database == H2) {
            op.createEnum(enumType("tone", "red", "green"));
            op.createTable("paint", column("id", bigint()).notNull(), column("tone", type("tone")), primaryKey("id"));
        }
        if (database == POSTGRESQL || database == H2 || database == HSQLDB) {
            op.execute("create schema billing", "drop schema billing");
            op.createTable(
                    "billing.invoice", column("id", bigint()).notNull(), column("total", bigint()), primaryKey("id"));
            op.createTable(
                    "payment",
                    column("invoice", bigint()),
                    foreignKey("fk_payment_invoice", "invoice").references("billing.invoice", "id"));
            op.createIndex("billing.invoice", index("ix_invoice_total", "total"));
        }
    }

    private static RevisionCode revision(String id, String parent, Consumer<Operations> upgrade) {
        List<String> parents = parent.isEmpty() ? List.of() : List.of(parent);
        RevisionInfo info = new RevisionInfo(id, parents, List.of(), List.of(), id, null, true, "memory");
        Migration migration = upgrade::accept;
        return new RevisionCode(info, () -> migration);
    }
}
