package io.retort.plain.revisions;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.varchar;

import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;

@Revision(id = "a1", message = "create customer")
public class Ra1_create_customer implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("customer", column("id", bigint()).notNull(), column("name", varchar(80)), primaryKey("id"));
    }
}
