package io.retort.testkit.launch;

import io.retort.testkit.engine.Login;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;

/** PostgreSQL from the binaries on the class path. It works as root by itself, through a user namespace. */
public final class EmbeddedPostgreSql implements Launcher {

    /** Locale C, so that text sorts alike on every machine; the server is stopped by the library's shutdown hook. */
    @Override
    public Login start() throws IOException {
        QuietLogs.turnDown();
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("full_page_writes", "off")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            return new Login("jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres", "postgres", "");
        } catch (IllegalStateException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
