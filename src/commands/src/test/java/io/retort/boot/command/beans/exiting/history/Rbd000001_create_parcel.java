package io.retort.boot.command.beans.exiting.history;

import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.integer;

import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;

@Revision(id = "bd000001", message = "create parcel")
public class Rbd000001_create_parcel implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("parcel", column("id", integer()).notNull());
        op.execute("insert into parcel (id) values (1)", "delete from parcel");
    }
}
