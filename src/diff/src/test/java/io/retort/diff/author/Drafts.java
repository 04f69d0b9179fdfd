package io.retort.diff.author;

import static io.retort.migration.Definitions.*;

import io.retort.migration.Operations;
import io.retort.operation.Operation;
import java.time.Instant;
import java.util.List;

/** The second revision of a shop, with the typical changes of a month. */
final class Drafts {

    static final Instant CREATED = Instant.parse("2026-11-22T10:15:30.987Z");

    private Drafts() {}

    static Draft shop() {
        return Draft.empty("3f2a91c07b4e", List.of("a1b2c3d4e5f6"), "orders and \"VIP\" customers", CREATED)
                .reversing(shopOperations());
    }

    static List<Operation> shopOperations() {
        return Operations.collect(op -> {
            op.createSequence(sequence("purchase_order_seq").incrementBy(50));
            op.createSequence(sequence("order_line_seq").incrementBy(50));
            op.createTable(
                    "purchase_order",
                    column("id", bigint()).notNull(),
                    column("customer_id", bigint()).notNull(),
                    column("placed_at", timestampWithTimeZone(6)).notNull(),
                    column("status", varchar(255)).notNull().defaultValue("NEW"),
                    column("total", numeric(19, 2)).notNull().defaultValue(decimal("0.00")),
                    primaryKey("id"),
                    check("ck_purchase_order_status", "status in ('NEW','PAID; SENT')"),
                    foreignKey("fk_purchase_order_customer", "customer_id").references("customer", "id"),
                    comment("What a customer's \"basket\" becomes"));
            op.createIndex("purchase_order", index("ix_purchase_order_customer", "customer_id", "placed_at"));
            op.createTable(
                    "order_line",
                    column("id", bigint()).notNull(),
                    column("order_id", bigint()).notNull(),
                    column("quantity", integer()).notNull(),
                    primaryKey("id"),
                    foreignKey("fk_order_line_order", "order_id")
                            .references("purchase_order", "id")
                            .onDelete(CASCADE));
            op.alterColumn(
                    "customer",
                    column("name", varchar(100)),
                    column("name", varchar(255)).notNull());
            op.addColumn("customer", column("vip", bool()).notNull().defaultValue(false));
            op.dropColumn("customer", column("fax", varchar(40)).comment("not in use"));
            op.addConstraint("customer", unique("uk_customer_email", "email"));
            op.commentTable("customer", null, "Who buys");
            op.dropTable("fax_queue", column("id", bigint()).notNull(), primaryKey("id"));
        });
    }
}
