package io.retort.boot.command.beans.exiting.history;

import io.retort.boot.command.beans.exiting.LateService;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Phase;
import io.retort.migration.Revision;
import java.sql.Statement;

@Revision(id = "bd000003", parent = "bd000002", message = "use late", phase = Phase.AFTER_START)
public class Rbd000003_use_late implements Migration {

    private final LateService service;

    public Rbd000003_use_late(LateService service) {
        this.service = service;
    }

    @Override
    public void upgrade(Operations op) {
        op.work("use", connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("insert into parcel (id) values (3)");
            }
            service.use();
        });
    }
}
