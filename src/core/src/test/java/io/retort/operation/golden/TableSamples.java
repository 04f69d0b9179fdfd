package io.retort.operation.golden;

import static io.retort.migration.Definitions.*;
import static io.retort.operation.golden.Samples.CUSTOMER;
import static io.retort.operation.golden.Samples.CUSTOMER_AND_PURCHASE;
import static io.retort.operation.golden.Samples.NOTHING;

import java.util.List;

/** Samples of table operations. */
final class TableSamples {

    private TableSamples() {}

    static List<Sample> all() {
        return List.of(
                Sample.of(
                                "table.create",
                                CUSTOMER,
                                op -> op.createTable(
                                        "invoice",
                                        column("id", bigint()).identity().notNull(),
                                        column("number", varchar(20)).notNull().comment("as printed"),
                                        column("customer_id", bigint()).notNull(),
                                        column("state", varchar(10))
                                                .defaultValue("new")
                                                .notNull(),
                                        column("total", numeric(10, 2))
                                                .notNull()
                                                .defaultValue(decimal("0.00")),
                                        column("paid", bool()).notNull().defaultValue(false),
                                        column("created", timestamp(6)).defaultExpression("current_timestamp(6)"),
                                        primaryKey("id").named("pk_invoice"),
                                        unique("uk_invoice_number", "number"),
                                        foreignKey("fk_invoice_customer", "customer_id")
                                                .references("customer", "id")
                                                .onDelete(CASCADE),
                                        check("ck_invoice_total", "total >= 0"),
                                        comment("What customers owe us; it's all here")))
                        // its current_timestamp accepts no precision
                        .notOn("sqlite"),
                Sample.of(
                        "table.create.names",
                        NOTHING,
                        op -> op.createTable(
                                "user",
                                column("order", integer()).notNull(),
                                column("\"Mixed Case\"", varchar(20)),
                                primaryKey("order"))),
                Sample.of(
                        "table.create.option",
                        NOTHING,
                        op -> op.createTable(
                                "tag",
                                column("word", type("text")).notNull(),
                                primaryKey("word"),
                                option("strict"),
                                option("without rowid"))),
                Sample.of(
                        "table.create.types",
                        NOTHING,
                        op -> op.createTable(
                                "every_type",
                                column("c_bool", bool()),
                                column("c_tinyint", tinyint()),
                                column("c_smallint", smallint()),
                                column("c_integer", integer()),
                                column("c_bigint", bigint()),
                                column("c_real", real()),
                                column("c_double", doublePrecision()),
                                column("c_float", floating(53)),
                                column("c_numeric", numeric(38, 2)),
                                column("c_char", character(3)),
                                column("c_varchar", varchar(255)),
                                column("c_nchar", nchar(3)),
                                column("c_nvarchar", nvarchar(255)),
                                column("c_clob", clob()),
                                column("c_nclob", nclob()),
                                column("c_binary", binary(16)),
                                column("c_varbinary", varbinary(255)),
                                column("c_blob", blob()),
                                column("c_date", date()),
                                column("c_time", time(0)),
                                column("c_time_zone", timeWithTimeZone(0)),
                                column("c_timestamp", timestamp(6)),
                                column("c_timestamp_zone", timestampWithTimeZone(6)),
                                column("c_uuid", uuid()),
                                column("c_json", json()),
                                column("c_xml", xml()),
                                column("c_inet", inet()),
                                column("c_enum", enumOf("NEW", "it's")),
                                column("c_array", arrayOf(varchar(20))))),
                Sample.of(
                        "table.drop",
                        CUSTOMER,
                        op -> op.dropTable(
                                "customer",
                                column("id", bigint()).notNull(),
                                column("name", varchar(100)).notNull(),
                                column("email", varchar(255)),
                                column("age", varchar(10)),
                                primaryKey("id"))),
                Sample.of("table.drop.short", CUSTOMER, op -> op.dropTable("customer")),
                Sample.of("table.rename", CUSTOMER, op -> op.renameTable("customer", "client")),
                Sample.of(
                                "table.rebuild",
                                CUSTOMER_AND_PURCHASE.andThen(
                                        op -> op.createIndex("customer", index("ix_customer_email", "email"))),
                                op -> op.rebuildTable(
                                        table(
                                                        "customer",
                                                        column("id", bigint()).notNull(),
                                                        column("name", varchar(100))
                                                                .notNull(),
                                                        column("email", varchar(255)),
                                                        column("age", varchar(10)),
                                                        primaryKey("id"))
                                                .indexed(index("ix_customer_email", "email")),
                                        changes -> {
                                            changes.alterColumn(
                                                    "customer",
                                                    column("email", varchar(255)),
                                                    column("email", varchar(320))
                                                            .defaultValue("unknown"));
                                            changes.addColumn("customer", column("city", varchar(80)));
                                            changes.addConstraint("customer", unique("uk_customer_name", "name"));
                                            changes.addConstraint("customer", check("ck_customer_id", "id > 0"));
                                        }))
                        .notOn("mysql"),
                Sample.of("table.comment", CUSTOMER, op -> op.commentTable("customer", null, "People who buy")));
    }
}
