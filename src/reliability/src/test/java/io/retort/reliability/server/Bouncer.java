package io.retort.reliability.server;

import io.retort.testkit.TestDb;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A PgBouncer in front of a database. The program is {@code pgbouncer}, or the value of
 * {@code -Dreliability.pgbouncer}.
 */
public final class Bouncer implements AutoCloseable {

    private static final String PROGRAM = System.getProperty("reliability.pgbouncer", "pgbouncer");

    private final Process process;
    private final TestDb db;
    private final int port;

    private Bouncer(Process process, TestDb db, int port) {
        this.process = process;
        this.db = db;
        this.port = port;
    }

    /** Starts a PgBouncer with few server connections; empty if it is not installed. */
    public static Optional<Bouncer> start(TestDb db, Path folder, String mode) throws IOException {
        int port = freePort();
        Path settings = Files.writeString(
                folder.resolve("pgbouncer-" + mode + ".ini"),
                String.join(
                        "\n",
                        "[databases]",
                        "* = host=127.0.0.1 port=" + Proxy.portOf(db.url()) + " user=" + db.user(),
                        "[pgbouncer]",
                        "listen_addr = 127.0.0.1",
                        "listen_port = " + port,
                        "unix_socket_dir =",
                        "auth_type = any",
                        "pool_mode = " + mode,
                        "default_pool_size = " + (mode.equals("session") ? 10 : 3),
                        "ignore_startup_parameters = extra_float_digits",
                        ""));
        List<String> command = new ArrayList<>();
        if (Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
            // PgBouncer refuses to run as root.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(PROGRAM, settings.toString()));
        if (!isThere()) {
            return Optional.empty();
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pgbouncer.log").toFile())
                .start();
        return Optional.of(new Bouncer(process, db, port));
    }

    private static boolean isThere() {
        try {
            return new ProcessBuilder(PROGRAM, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Returns the database's URL through PgBouncer. Server-side prepared statements do not work in transaction mode and
     * are turned off.
     */
    public String url() {
        String through = db.url().replaceFirst("//[^:/]+:" + Proxy.portOf(db.url()), "//127.0.0.1:" + port);
        return through + (through.contains("?") ? "&" : "?") + "prepareThreshold=0";
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
