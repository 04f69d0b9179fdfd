package io.retort.testkit;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** The only server of a product. A failed start is not repeated: every later test gets the same reason. */
final class ServerSlot {

    private final DatabaseProduct product;
    private @Nullable DatabaseServer server;
    private @Nullable Exception failure;

    ServerSlot(DatabaseProduct product) {
        this.product = product;
    }

    synchronized DatabaseServer server(TestDatabase database, Settings settings) {
        if (!settings.only().contains(database)) {
            throw new TestAbortedException(database + " is left out by -Dtestdb.only");
        }
        if (server == null && failure == null) {
            start(database, settings);
        }
        if (server == null) {
            throw unobtainable(database, settings);
        }
        return server;
    }

    private void start(TestDatabase database, Settings settings) {
        long begin = System.nanoTime();
        try {
            DatabaseProduct.Found found = product.find(settings.mode(), settings.own(database));
            String version = found.engine().version();
            server = new DatabaseServer(database, found, version);
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.println(String.format(Locale.ROOT, "[testdb] %s, started in %.1f s", server, seconds));
        } catch (IOException | SQLException e) {
            failure = e;
        }
    }

    private RuntimeException unobtainable(TestDatabase database, Settings settings) {
        String reason = database + " cannot be had: " + (failure == null ? "" : failure.getMessage());
        if (settings.mustHave(database)) {
            throw new AssertionFailedError(reason, failure);
        }
        return new TestAbortedException(reason, failure);
    }
}
