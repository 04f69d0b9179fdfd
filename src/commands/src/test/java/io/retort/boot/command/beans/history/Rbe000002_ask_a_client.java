package io.retort.boot.command.beans.history;

import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;
import java.sql.Connection;
import java.sql.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Uses a {@code JdbcClient}, which exists before JPA and has a connection of its own. */
@Revision(id = "be000002", parent = "be000001", message = "ask a client")
public class Rbe000002_ask_a_client implements Migration {

    private final JdbcClient client;

    public Rbe000002_ask_a_client(JdbcClient client) {
        this.client = client;
    }

    @Override
    public void upgrade(Operations op) {
        op.work("fill", this::fill, connection -> {});
    }

    private void fill(Connection connection) throws Exception {
        long number =
                client.sql("select count(*) + 41 from crate").query(Long.class).single();
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into crate (id, label) values (" + number + ", 'by a client')");
        }
    }
}
