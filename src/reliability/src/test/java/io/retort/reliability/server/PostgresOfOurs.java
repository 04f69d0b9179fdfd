package io.retort.reliability.server;

import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The PostgreSQL server of this JVM, which can be stopped as with {@code pg_ctl stop} and started again with the same
 * command, data directory and port. The testkit does not notice.
 */
public final class PostgresOfOurs {

    /** The shutdown modes of {@code pg_ctl} with the signals that they send. */
    public enum Mode {
        /** All sessions are terminated and rolled back, and all data is written. */
        FAST("INT"),
        /** The server stops as in a crash, and the next start recovers. */
        IMMEDIATE("QUIT");

        private final String signal;

        Mode(String signal) {
            this.signal = signal;
        }
    }

    private static final long PATIENCE_MILLIS = 60_000;

    private final ProcessHandle process;
    private final List<String> command;

    private PostgresOfOurs(ProcessHandle process, List<String> command) {
        this.process = process;
        this.command = command;
    }

    /**
     * Returns the server of a database.
     *
     * @throws IOException if its files are not on this machine
     */
    public static PostgresOfOurs of(TestDb db) throws IOException, SQLException {
        Path data = Path.of(db.query("show data_directory").get(0));
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        Path proc = Path.of("/proc/" + pid);
        List<String> command = new ArrayList<>();
        if (Files.getAttribute(proc, "unix:uid").equals(0)) {
            // PostgreSQL refuses to run as root, so it runs in a user namespace.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(Arrays.asList(Files.readString(proc.resolve("cmdline")).split("\0")));
        // The testkit's servers do not flush each commit to disk, so a crash could lose commits.
        command.addAll(List.of("-c", "synchronous_commit=on", "-c", "full_page_writes=on"));
        return new PostgresOfOurs(ProcessHandle.of(pid).orElseThrow(), command);
    }

    /** Stops the server, waits until it has ended, and starts it again without waiting until it accepts connections. */
    public void restart(Mode mode) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + mode.signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (process.isAlive() && System.currentTimeMillis() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroy, "stop the restarted server"));
    }
}
