package io.retort.boot.autoconfigure.lines;

import static io.retort.migration.Definitions.*;

import io.retort.migration.*;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;

/** Create user. */
@Revision(id = "aa1", message = "create user")
public class Raa1_create_user implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("user", column("id", bigint()).notNull(), primaryKey("id"));
    }
}
