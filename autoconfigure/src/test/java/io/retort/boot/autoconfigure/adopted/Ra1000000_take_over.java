package io.retort.boot.autoconfigure.adopted;

import static io.retort.migration.Definitions.*;

import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;

/** Takes over a database that people have created. */
@Revision(id = "a1000000", message = "take over", adopts = "schema")
public class Ra1000000_take_over implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("customer", column("id", bigint()).notNull(), column("name", varchar(40)), primaryKey("id"));
        op.createTable("outbox", column("id", bigint()).notNull(), primaryKey("id"));
    }
}
