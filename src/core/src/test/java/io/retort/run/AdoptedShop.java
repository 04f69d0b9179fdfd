package io.retort.run;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.bool;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.date;
import static io.retort.migration.Definitions.foreignKey;
import static io.retort.migration.Definitions.index;
import static io.retort.migration.Definitions.numeric;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.text;
import static io.retort.migration.Definitions.timestamp;
import static io.retort.migration.Definitions.varchar;

import io.retort.Retort;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.operation.Statement;
import io.retort.revision.AdoptionMark;
import io.retort.revision.Direction;
import io.retort.revision.RevisionInfo;
import io.retort.run.PreparedStep.PreparedOperation;
import io.retort.source.RevisionCode;
import io.retort.testkit.TestDb;
import io.retort.testkit.dump.SchemaDump;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** An application with a base that describes its present database, and two revisions after it. */
final class AdoptedShop {

    static final String BASE = "a1";

    private AdoptedShop() {}

    static void base(Operations op) {
        op.createTable(
                "customer",
                column("id", bigint()).notNull(),
                column("name", varchar(40)).notNull(),
                column("born", date()),
                column("balance", numeric(10, 2)),
                column("vip", bool()),
                column("note", text()),
                primaryKey("id"));
        op.createTable(
                "invoice",
                column("id", bigint()).notNull(),
                column("customer_id", bigint()).notNull(),
                column("paid_at", timestamp(6)),
                primaryKey("id"),
                foreignKey("fk_invoice_customer", "customer_id").references("customer", "id"));
        op.createTable("outbox", column("id", bigint()).notNull(), column("body", varchar(200)), primaryKey("id"));
        op.createIndex("outbox", index("ix_outbox_body", "body"));
    }

    /** The statements of the base on a product, as the migrations of another tool: one for each table. */
    static List<List<String>> migrations(TestDb db) {
        List<PreparedOperation> operations =
                retort(db.dataSource(), null).plan(Direction.UP, BASE).get(0).operations();
        List<List<String>> migrations = new ArrayList<>();
        for (PreparedOperation operation : operations) {
            if (migrations.size() < 3) {
                migrations.add(new ArrayList<>());
            }
            for (Statement statement : operation.statements()) {
                migrations.get(migrations.size() - 1).add(((Statement.Sql) statement).text());
            }
        }
        return migrations;
    }

    static Retort retort(DataSource source, @Nullable AdoptionMark adopts) {
        return Retort.on(source, List.of(() -> revisions(adopts)));
    }

    static List<RevisionCode> revisions(@Nullable AdoptionMark adopts) {
        return List.of(
                revision(BASE, List.of(), adopts, AdoptedShop::base),
                revision("b2", List.of(BASE), null, op -> op.addColumn("customer", column("email", varchar(80)))),
                revision("c3", List.of("b2"), null, op -> op.execute("update customer set email = 'none'", "")));
    }

    static RevisionCode revision(
            String id, List<String> parents, @Nullable AdoptionMark adopts, Consumer<Operations> upgrade) {
        RevisionInfo info = new RevisionInfo(
                id, parents, List.of(), List.of(), "do " + id, null, true, "shop." + id, List.of(), adopts, List.of());
        return new RevisionCode(info, () -> (Migration) upgrade::accept);
    }

    /** Inserts rows, with the column of the second revision if it exists. */
    static void fill(TestDb db, boolean upgraded) throws SQLException {
        String email = upgraded ? ", email" : "";
        String none = upgraded ? ", 'none'" : "";
        db.execute(
                "insert into customer (id, name, balance" + email + ") values (1, 'Ada', 12.50" + none + ")",
                "insert into customer (id, name, born" + email + ") values (2, 'Bob', '1970-01-02'" + none + ")",
                "insert into invoice (id, customer_id) values (7, 2)",
                "insert into outbox (id, body) values (1, 'hello')");
    }

    /** The tables of the application and their rows, without the tables of tools. */
    static List<String> dump(TestDb db) throws SQLException {
        return SchemaDump.of(db)
                .without("retort_revision")
                .without("flyway_schema_history")
                .without("databasechangelog")
                .withoutPlaces()
                .lines();
    }

    /** The whole database. */
    static List<String> wholeDump(TestDb db) throws SQLException {
        return SchemaDump.of(db).lines();
    }
}
