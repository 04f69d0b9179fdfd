package io.retort.testkit.launch;

import io.retort.testkit.engine.Login;
import io.retort.testkit.launch.folder.DataFolder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** PostgreSQL from the binaries on the class path. It runs as root, too, by a user namespace. */
public final class EmbeddedPostgreSql implements Launcher {

    /**
     * Where the build puts the binaries of the second version, because Maven permits only one version of an artifact.
     */
    private static final String SECOND = "/postgresql-15/";

    private final @Nullable String folder;

    private EmbeddedPostgreSql(@Nullable String folder) {
        this.folder = folder;
    }

    /** Returns the version whose binaries are a dependency. */
    public static EmbeddedPostgreSql newest() {
        return new EmbeddedPostgreSql(null);
    }

    public static EmbeddedPostgreSql version15() {
        return new EmbeddedPostgreSql(SECOND);
    }

    /** Locale C, so that text has the same order on every machine. The library's shutdown hook stops the server. */
    @Override
    public Login start() throws IOException {
        QuietLogs.turnDown();
        try {
            EmbeddedPostgres postgres = builder()
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("full_page_writes", "off")
                    .setDataDirectory(DataFolder.create("postgresql").resolve("data"))
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            return new Login("jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres", "postgres", "");
        } catch (IllegalStateException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private EmbeddedPostgres.Builder builder() throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        if (folder == null) {
            return builder;
        }
        Machine.requireLinuxOnX64();
        return builder.setPgBinaryResolver((system, machine) -> Objects.requireNonNull(
                EmbeddedPostgreSql.class.getResourceAsStream(folder + "postgres-linux-x86_64.txz"),
                "the binaries that the build unpacks into " + folder));
    }
}
