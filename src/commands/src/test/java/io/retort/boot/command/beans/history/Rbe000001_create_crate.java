package io.retort.boot.command.beans.history;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.varchar;

import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;

@Revision(id = "be000001", message = "create crate")
public class Rbe000001_create_crate implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("crate", column("id", bigint()).notNull(), column("label", varchar(255)), primaryKey("id"));
    }
}
