package io.retort.boot.autoconfigure.lines;

import static io.retort.migration.Definitions.*;

import io.retort.migration.*;

/** Create bill. */
@Revision(id = "aa2", parent = "aa1", message = "create bill")
public class Raa2_create_bill implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("bill", column("id", bigint()).notNull(), primaryKey("id"));
    }
}
