package io.retort.boot.autoconfigure.lines;

import static io.retort.migration.Definitions.*;

import io.retort.migration.*;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;

/** Create stock. */
@Revision(id = "aa3", parent = "aa1", message = "create stock")
public class Raa3_create_stock implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("stock", column("id", bigint()).notNull(), primaryKey("id"));
    }
}
