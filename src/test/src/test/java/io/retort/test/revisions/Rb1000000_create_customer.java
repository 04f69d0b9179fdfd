package io.retort.test.revisions;

import static io.retort.migration.Definitions.*;

import io.retort.migration.*;

/** Create customer. */
@Revision(id = "b1000000", message = "create customer", created = "2026-11-23T10:15:30Z")
public class Rb1000000_create_customer implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "customer",
                column("id", bigint()).notNull(),
                column("name", varchar(255)).notNull(),
                primaryKey("id"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("customer");
    }
}
