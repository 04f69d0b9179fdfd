package io.retort.internal.lint;

import static io.retort.migration.Definitions.*;

import io.retort.migration.Operations;
import io.retort.operation.Operation;
import io.retort.schema.Column;
import io.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The plain form of each rule about locks, and changes that block nobody. */
final class RuleCases {

    private static final Set<String> BOTH = Set.of("postgresql", "mysql", "mariadb");
    private static final Set<String> POSTGRES = Set.of("postgresql");
    private static final Set<String> MYSQLS = Set.of("mysql", "mariadb");

    /** The tables of every case: {@code t} refers to {@code p}. */
    static final Consumer<Operations> TABLES = op -> {
        op.createTable(
                "p",
                column("id", bigint()).notNull(),
                column("name", varchar(20)),
                primaryKey("id").named("p_pkey"));
        op.createTable(
                "t",
                column("id", bigint()).notNull(),
                column("n", integer()),
                column("nn", integer()).notNull().defaultValue(0),
                column("name", varchar(20)),
                column("plain", varchar(20)),
                column("big", varchar(100)),
                column("txt", text()),
                column("amount", numeric(10, 2)),
                column("ts", timestamp(3)),
                column("pid", bigint()),
                column("status", varchar(10)),
                primaryKey("id").named("t_pkey"),
                check("ck_t_status", "status in ('A', 'B')"));
        op.createIndex("t", index("ix_t_name", "name"));
        op.createIndex("t", index("ix_t_pid", "pid"));
    };

    private static final Consumer<Operations> KEY =
            op -> op.addConstraint("t", foreignKey("fk_t_p", "pid").references("p", "id"));

    /**
     * One case.
     *
     * @param rules the ids of the rules about locks that the operation violates; empty if it blocks nobody for long
     * @param products the products
     * @param before the operations before it
     * @param operation the operation
     */
    record Case(Set<String> rules, Set<String> products, List<Operation> before, Operation operation) {

        @Override
        public String toString() {
            return operation.describe();
        }
    }

    private final List<Case> cases = new ArrayList<>();

    static List<Case> all() {
        RuleCases all = new RuleCases();
        all.columns();
        all.types();
        all.constraints();
        all.indexes();
        all.sql();
        return all.cases;
    }

    private void add(String rules, Set<String> products, Consumer<Operations> operation) {
        add(rules, products, op -> {}, operation);
    }

    private void add(String rules, Set<String> products, Consumer<Operations> before, Consumer<Operations> operation) {
        Set<String> ids = new TreeSet<>(List.of(rules.split(" ")));
        ids.remove("");
        List<Operation> first = Operations.collect(TABLES.andThen(before));
        cases.add(new Case(ids, products, first, Operations.collect(operation).get(0)));
    }

    private void altered(String rule, Set<String> products, Column before, Column after) {
        add(rule, products, op -> op.alterColumn("t", before, after));
    }

    private void columns() {
        add("", BOTH, op -> op.addColumn("t", column("x", integer())));
        add("", BOTH, op -> op.addColumn("t", column("x", integer()).notNull().defaultValue(7)));
        add("", BOTH, op -> op.addColumn("t", column("x", timestamp(6)).defaultExpression("current_timestamp(6)")));
        add(
                "add-volatile-default",
                POSTGRES,
                op -> op.addColumn("t", column("x", timestamp(6)).defaultExpression("clock_timestamp()")));
        add(
                "add-volatile-default",
                POSTGRES,
                op -> op.addColumn("t", column("x", uuid()).defaultExpression("gen_random_uuid()")));
        add(
                "add-volatile-default",
                Set.of("mariadb"),
                op -> op.addColumn("t", column("x", varchar(36)).defaultExpression("(uuid())")));
        add(
                "add-identity",
                POSTGRES,
                op -> op.addColumn("t", column("x", bigint()).notNull().identity()));
        add(
                "add-identity",
                MYSQLS,
                op -> op.addColumn("t", column("x", bigint()).notNull().identity(), unique("uk_t_x", "x")));
        altered(
                "add-identity",
                MYSQLS,
                column("id", bigint()).notNull(),
                column("id", bigint()).notNull().identity());
        identityDrop("", "mariadb");
        identityDrop("identity-drop", "mysql");
        add("add-stored", BOTH, op -> op.addColumn("t", column("x", integer()).computed("n * 2")));
        add("", MYSQLS, op -> op.addColumn("t", column("x", integer()).computedVirtual("n * 2")));
        add("add-column-check", POSTGRES, op -> op.addColumn("t", column("x", enumOf("A", "B"))));
        add("", Set.of("mariadb"), op -> op.dropColumn("t", "big"));
        add("", POSTGRES, op -> op.dropColumn("t", "big"));
        add("", BOTH, op -> op.dropColumn("t", "name"));
        add("drop-fk", POSTGRES, KEY, op -> op.dropColumn("t", "pid"));
        add("", BOTH, op -> op.renameColumn("t", "n", "n2"));
        altered(
                "not-null-scans",
                POSTGRES,
                column("n", integer()),
                column("n", integer()).notNull());
        add(
                "",
                POSTGRES,
                op -> op.addConstraint("t", check("ck_t_n", "n is not null")),
                op -> op.alterColumn(
                        "t", column("n", integer()), column("n", integer()).notNull()));
        altered(
                "not-null-rebuilds",
                MYSQLS,
                column("n", integer()),
                column("n", integer()).notNull());
        altered(
                "",
                POSTGRES,
                column("nn", integer()).notNull().defaultValue(0),
                column("nn", integer()).defaultValue(0));
        altered(
                "not-null-rebuilds",
                MYSQLS,
                column("nn", integer()).notNull().defaultValue(0),
                column("nn", integer()).defaultValue(0));
        altered("", BOTH, column("n", integer()), column("n", integer()).defaultValue(5));
        altered("", BOTH, column("n", integer()), column("n", integer()).comment("x"));
    }

    private void identityDrop(String rule, String product) {
        add(
                rule,
                Set.of(product),
                op -> op.alterColumn(
                        "t",
                        column("id", bigint()).notNull(),
                        column("id", bigint()).notNull().identity()),
                op -> op.alterColumn(
                        "t",
                        column("id", bigint()).notNull().identity(),
                        column("id", bigint()).notNull()));
    }

    private void types() {
        retyped("", BOTH, "plain", varchar(20), varchar(40));
        retyped("", POSTGRES, "name", varchar(20), varchar(40));
        retyped("", POSTGRES, "plain", varchar(20), text());
        retyped("type-rewrite", POSTGRES, "big", varchar(100), varchar(20));
        retyped("type-rewrite", POSTGRES, "txt", text(), varchar(100));
        retyped("type-rewrite", POSTGRES, "plain", varchar(20), character(20));
        retyped("type-rewrite", BOTH, "n", integer(), bigint());
        retyped("type-rewrite", BOTH, "id", bigint(), integer());
        retyped("type-rewrite", BOTH, "n", integer(), smallint());
        retyped("", POSTGRES, "amount", numeric(10, 2), numeric(12, 2));
        retyped("type-rewrite", MYSQLS, "amount", numeric(10, 2), numeric(12, 2));
        retyped("type-rewrite", BOTH, "amount", numeric(10, 2), numeric(12, 4));
        retyped("type-rewrite", BOTH, "amount", numeric(10, 2), numeric(8, 2));
        retyped("", POSTGRES, "ts", timestamp(3), timestamp(6));
        retyped("type-rewrite", MYSQLS, "ts", timestamp(3), timestamp(6));
        retyped("type-rewrite", BOTH, "ts", timestamp(3), timestamp(0));
        retyped("type-rewrite", POSTGRES, "ts", timestamp(3), timestampWithTimeZone(6));
        retyped("type-check-scan", POSTGRES, "status", varchar(10), varchar(20));
        retyped("", Set.of("mariadb"), "plain", varchar(20), varchar(63));
        retyped("", Set.of("mariadb"), "plain", varchar(20), varchar(64));
        retyped("varchar-length", Set.of("mysql"), "plain", varchar(20), varchar(64));
        retyped("", MYSQLS, "big", varchar(100), varchar(400));
        retyped("type-rewrite", MYSQLS, "big", varchar(100), varchar(50));
        retyped("type-rewrite", MYSQLS, "plain", varchar(20), text());
        add(
                "varchar-length",
                MYSQLS,
                op -> op.addColumn("t", column("x", varchar(40))),
                op -> op.alterColumn("t", column("x", varchar(40)), column("x", varchar(80))));
        collated("type-collation", POSTGRES, "name", "C");
        collated("", POSTGRES, "plain", "C");
        collated("", MYSQLS, "plain", "utf8mb4_bin");
        collated("collation-copies", MYSQLS, "name", "utf8mb4_bin");
        enums("", enumOf("A", "B", "C"));
        enums("enum-copies", enumOf("C", "A", "B"));
        enums("enum-copies", enumOf("A"));
        Consumer<Operations> mood = op -> {
            op.createEnum(enumType("mood", "HAPPY", "SAD"));
            op.addColumn("t", column("m", type("mood")));
        };
        add(
                "enum-rebuild",
                POSTGRES,
                mood,
                op -> op.alterEnum(
                        enumType("mood", "HAPPY", "SAD"),
                        enumType("mood", "HAPPY"),
                        usedBy("t", column("m", type("mood")))));
    }

    private void collated(String rule, Set<String> products, String name, String collation) {
        Column column = column(name, varchar(20));
        altered(rule, products, column, column.collation(collation));
    }

    private void enums(String rule, SqlType after) {
        add(
                rule,
                MYSQLS,
                op -> op.addColumn("t", column("e", enumOf("A", "B"))),
                op -> op.alterColumn("t", column("e", enumOf("A", "B")), column("e", after)));
    }

    private void retyped(String rule, Set<String> products, String name, SqlType before, SqlType after) {
        boolean key = name.equals("id");
        altered(
                rule,
                products,
                column(name, before).withNullable(!key),
                column(name, after).withNullable(!key));
    }

    private void constraints() {
        add("check-blocks", BOTH, op -> op.addConstraint("t", check("ck_t_n", "n >= 0")));
        add("", POSTGRES, op -> op.addConstraint("t", check("ck_t_n", "n >= 0").notValid()));
        add("fk-blocks-writes", BOTH, KEY);
        add(
                "",
                POSTGRES,
                op -> op.addConstraint(
                        "t", foreignKey("fk_t_p", "pid").references("p", "id").notValid()));
        add(
                "drop-fk",
                POSTGRES,
                KEY,
                op -> op.dropConstraint("t", foreignKey("fk_t_p", "pid").references("p", "id")));
        add(
                "",
                MYSQLS,
                KEY,
                op -> op.dropConstraint("t", foreignKey("fk_t_p", "pid").references("p", "id")));
        add("drop-fk", POSTGRES, KEY, op -> op.dropTable("t"));
        add("unique-blocks", POSTGRES, op -> op.addConstraint("t", unique("uk_t", "id", "n")));
        add("", MYSQLS, op -> op.addConstraint("t", unique("uk_t", "id", "n")));
        add("", POSTGRES, op -> op.dropConstraint("t", check("ck_t_status", "status in ('A', 'B')")));
        add(
                "primary-key-blocks",
                POSTGRES,
                op -> op.dropConstraint("t", primaryKey("id").named("t_pkey")),
                op -> op.addConstraint("t", primaryKey("id").named("t_pkey")));
        add(
                "primary-key-rebuilds",
                MYSQLS,
                op -> op.dropConstraint("t", primaryKey("id").named("t_pkey")),
                op -> op.addConstraint("t", primaryKey("id").named("t_pkey")));
        add(
                "primary-key-drop",
                MYSQLS,
                op -> op.dropConstraint("t", primaryKey("id").named("t_pkey")));
        add(
                "new-table-fk",
                POSTGRES,
                op -> op.createTable(
                        "k",
                        column("id", bigint()).notNull(),
                        column("pid", bigint()),
                        primaryKey("id"),
                        foreignKey("fk_k_p", "pid").references("p", "id")));
        add(
                "cascade-blocks-copy",
                Set.of("mariadb"),
                op -> op.addConstraint(
                        "t", foreignKey("fk_t_p", "pid").references("p", "id").onDelete(CASCADE)),
                op -> op.alterColumn("t", column("n", integer()), column("n", bigint())));
    }

    private void indexes() {
        add("index-blocks-writes", POSTGRES, op -> op.createIndex("t", index("ix", "n")));
        add(
                "index-blocks-writes",
                POSTGRES,
                op -> op.createIndex("t", index("ix", "id", "n").asUnique()));
        add("", MYSQLS, op -> op.createIndex("t", index("ix", "n")));
        add("", MYSQLS, op -> op.createIndex("t", index("ix", "id", "n").asUnique()));
        add(
                "index-blocks-writes",
                Set.of("mysql"),
                op -> op.createIndex("t", index("ix").expression("(n + 1)")));
        add(
                "index-blocks-writes",
                MYSQLS,
                op -> op.createIndex("t", index("ix", "plain").using("fulltext")));
        add("drop-index-blocks", POSTGRES, op -> op.dropIndex("t", index("ix_t_name", "name")));
        add("", MYSQLS, op -> op.dropIndex("t", index("ix_t_name", "name")));
        add("", BOTH, op -> op.renameIndex("t", "ix_t_name", "ix_t_name2"));
    }

    /** Hand-written statements, judged by their text. */
    private void sql() {
        sql("index-blocks-writes", "create index ix on t (n)");
        sql("check-blocks", "alter table t add constraint ck check (n >= 0)");
        sql("", "alter table t add constraint ck check (n >= 0) not valid");
        sql("fk-blocks-writes", "alter table t add constraint fk foreign key (pid) references p (id)");
        sql("not-null-scans", "alter table t alter column n set not null");
        sql("type-rewrite", "alter table t alter column n type bigint");
        sql("", "alter table t alter n drop not null, alter n set default 3");
        sql("unique-blocks", "alter table only t add unique (id, n)");
        sql("add-identity", "alter table t add column x bigserial");
        sql("add-stored", "alter table t add x int generated always as (n * 2) stored");
        sql("add-volatile-default", "alter table t add column x uuid not null default gen_random_uuid()");
        sql("check-blocks", "alter table t add column x int check (x > 0)");
        sql("", "alter table t add column x bigint references p (id)");
        sql("reindex", "reindex (verbose) table t");
        sql("drop-index-blocks", "drop index ix_t_name");
        sql("reindex", "reindex table t");
        sql("exclusion", "alter table t add constraint ex exclude using btree (id with =)");
        sql(
                "trigger",
                "create trigger tr before insert on t for each row execute function suppress_redundant_updates_trigger()");
        sql("truncate", "truncate t");
        sql("", "comment on table t is 'x'");
        sql("", "create view v as select * from t");
        sql("", "alter table t set (fillfactor = 90)");
        add(
                "",
                POSTGRES,
                op -> op.addConstraint("t", check("ck", "n >= 0").notValid()),
                op -> op.execute("alter table t validate constraint ck"));
        add(
                "",
                POSTGRES,
                op -> op.execute("create unique index ux on t (id, nn)"),
                op -> op.execute("alter table t add constraint ux unique using index ux"));
        add(
                "partition-of",
                POSTGRES,
                op -> op.execute("create table pt (id bigint) partition by range (id)"),
                op -> op.execute("create table pt1 partition of pt for values from (0) to (10)"));
        add(
                "detach",
                POSTGRES,
                op -> {
                    op.execute("create table pt (id bigint) partition by range (id)");
                    op.execute("create table pt1 partition of pt for values from (0) to (10)");
                },
                op -> op.execute("alter table pt detach partition pt1"));
        add("character-set", MYSQLS, op -> op.execute("alter table t convert to character set utf8mb3"));
    }

    private void sql(String rule, String statement) {
        add(rule, POSTGRES, op -> op.execute(statement));
    }
}
