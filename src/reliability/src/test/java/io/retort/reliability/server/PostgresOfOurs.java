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
 * The PostgreSQL server of this JVM, which can be stopped as {@code pg_ctl stop} does and started again: same command, same
 * folder, same port. The testkit knows nothing of it.
 */
public final class PostgresOfOurs {

    /** How it is stopped: the modes of {@code pg_ctl} and the signals that they send. */
    public enum Mode {
        /** Every session is ended and rolled back, and all is written. */
        FAST("INT"),
        /** Everything stops as in a crash, and the next start recovers. */
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
     * The server of a database.
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
            // it refuses to run as root, and is started as somebody whom only its own name space knows
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(Arrays.asList(Files.readString(proc.resolve("cmdline")).split("\0")));
        // the testkit's servers do not write each commit to disk, which a crash would show
        command.addAll(List.of("-c", "synchronous_commit=on", "-c", "full_page_writes=on"));
        return new PostgresOfOurs(ProcessHandle.of(pid).orElseThrow(), command);
    }

    /** Stops it, waits until it is gone, and starts it again; it does not wait until it answers. */
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
