package io.retort.boot.command.beans.exiting.history;

import io.retort.boot.command.beans.exiting.EarlyService;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Phase;
import io.retort.migration.Revision;
import java.sql.Statement;

@Revision(id = "bd000002", parent = "bd000001", message = "use early", phase = Phase.START)
public class Rbd000002_use_early implements Migration {

    private final EarlyService service;

    public Rbd000002_use_early(EarlyService service) {
        this.service = service;
    }

    @Override
    public void upgrade(Operations op) {
        op.work("use", connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("insert into parcel (id) values (2)");
            }
            service.use();
        });
    }
}
