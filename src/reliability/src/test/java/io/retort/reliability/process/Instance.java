package io.retort.reliability.process;

import io.retort.testkit.TestDb;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A {@link Migrator} in a separate JVM. */
public final class Instance implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 300;

    private final Process process;
    private final List<String> said = new ArrayList<>();
    private volatile long ended;
    private final Thread out;
    private final Thread err;

    private Instance(Process process) {
        this.process = process;
        process.onExit().thenRun(() -> ended = System.nanoTime());
        this.out = read(process.inputReader(StandardCharsets.UTF_8));
        this.err = read(new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8)));
    }

    /** Starts an upgrade. */
    public static Instance start(TestDb db, String history) {
        return start(db.url(), db, history, Map.of());
    }

    /**
     * Starts an upgrade.
     *
     * @param url the database's, or one that leads to it
     * @param properties system properties: {@code migrator.lock}, {@code migrator.ddl} and {@code migrator.retry} in seconds;
     *     {@code migrator.switch} to switch instead of upgrading; {@code migrator.error} the number of the call to the database that ends in an error
     */
    public static Instance start(String url, TestDb db, String history, Map<String, String> properties) {
        return start(List.of(), url, db, history, properties);
    }

    /**
     * Starts an upgrade in another environment on this machine, such as a network namespace.
     *
     * @param where the command and arguments that run another command there
     */
    public static Instance start(
            List<String> where, String url, TestDb db, String history, Map<String, String> properties) {
        List<String> command = new ArrayList<>(where);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx128m"));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.addAll(Arrays.asList(Migrator.class.getName(), url, db.user(), db.password(), history, "up"));
        try {
            return new Instance(new ProcessBuilder(command).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Thread read(BufferedReader reader) {
        Thread thread = new Thread(() -> {
            try (reader) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    hear(line);
                }
            } catch (IOException e) {
                hear("! " + e.getMessage());
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private synchronized void hear(String line) {
        if (line.startsWith("SLF4J")) {
            return;
        }
        said.add(line);
        notifyAll();
    }

    /** Waits until the process prints a line or ends. Returns whether it printed the line. */
    public synchronized boolean awaitLine(String line) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!said.contains(line) && process.isAlive() && System.nanoTime() < end) {
            wait(20);
        }
        return said.contains(line);
    }

    /** Kills the process with {@code kill -9} and waits until it has ended. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Asks the process to end, with SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** Waits until the process has ended and returns its exit code. */
    public int exit() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("an instance did not end within " + PATIENCE_SECONDS + " s; it said:\n" + text());
        }
        out.join();
        err.join();
        return process.exitValue();
    }

    /** Waits until the process has ended and returns the time from the given moment to its end. */
    public Duration endedAfter(long nanos) {
        process.onExit().join();
        long end = ended == 0 ? System.nanoTime() : ended;
        return Duration.ofNanos(end - nanos);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Returns everything that the process has printed so far, in order. */
    public synchronized String text() {
        return String.join("\n", said);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
