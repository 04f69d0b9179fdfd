package io.retort.boot.autoconfigure.adopted;

import static io.retort.migration.Definitions.*;

import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;

/** Adds a column to the adopted table. */
@Revision(id = "b2000000", parent = "a1000000", message = "add email")
public class Rb2000000_add_email implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("customer", column("email", varchar(80)));
    }
}
