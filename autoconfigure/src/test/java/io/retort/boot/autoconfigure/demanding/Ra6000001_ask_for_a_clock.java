package io.retort.boot.autoconfigure.demanding;

import static io.retort.migration.Definitions.*;

import io.retort.boot.autoconfigure.shop.Product;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;
import java.time.Clock;

/** Uses a bean and an entity class; the latter causes a warning. */
@Revision(id = "a6000001", parent = "1a2b3c4d5e6f", message = "ask for a clock")
public class Ra6000001_ask_for_a_clock implements Migration {

    private final Clock clock;

    public Ra6000001_ask_for_a_clock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void upgrade(Operations op) {
        op.execute("create table asked (at_millis bigint, what varchar(100))");
        op.execute("insert into asked values (" + clock.millis() + ", '" + Product.class.getSimpleName() + "')");
    }

    @Override
    public void downgrade(Operations op) {
        op.execute("drop table asked");
    }
}
