package io.retort.boot.autoconfigure.lines;

import static io.retort.migration.Definitions.*;

import io.retort.migration.*;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;

/** Create bill. */
@Revision(id = "aa2", parent = "aa1", message = "create bill")
public class Raa2_create_bill implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("bill", column("id", bigint()).notNull(), primaryKey("id"));
    }
}
