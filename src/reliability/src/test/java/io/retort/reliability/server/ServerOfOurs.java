package io.retort.reliability.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A database server that this JVM started, as a process that can be killed and started again with the same command,
 * working directory and port. The testkit does not notice.
 */
public final class ServerOfOurs {

    private static final long PATIENCE_MILLIS = 60_000;

    private final List<String> command;
    private final Path folder;
    private ProcessHandle process;

    private ServerOfOurs(ProcessHandle process, List<String> command, Path folder) {
        this.process = process;
        this.command = command;
        this.folder = folder;
    }

    /** Returns the child process of this JVM that was started with the given port. */
    public static ServerOfOurs on(int port) throws IOException {
        for (ProcessHandle child : ProcessHandle.current().children().toList()) {
            List<String> words = words(child.pid());
            if (words.contains("--port=" + port)) {
                return new ServerOfOurs(child, words, Files.readSymbolicLink(Path.of("/proc/" + child.pid() + "/cwd")));
            }
        }
        throw new IOException("no child of this JVM was started with --port=" + port);
    }

    private static List<String> words(long pid) throws IOException {
        return Arrays.asList(
                Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0"));
    }

    /**
     * Kills the server with {@code kill -9}, waits until it has ended, and starts it again, which recovers the
     * database.
     */
    public void crashAndRestart() throws IOException, InterruptedException {
        process.destroyForcibly();
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (process.isAlive() && System.currentTimeMillis() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        Process started = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process = started.toHandle();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly, "stop the restarted server"));
    }
}
