package io.retort.testkit.launch;

import io.retort.testkit.engine.Login;
import io.retort.testkit.launch.folder.DataFolder;
import io.retort.testkit.launch.folder.Folders;
import io.retort.testkit.launch.folder.SharedFolder;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** A server that runs as a child process of this JVM, on a copy of a template folder, and ends with it. */
final class ServerProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long PAUSE_MILLIS = 50;

    private final Process process;
    private final Path folder;

    private ServerProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /**
     * Copies the template's data and starts a server on it. The path of a socket is limited to 107 characters, so the
     * commands use a path relative to the data.
     *
     * @param command returns the command for a data folder
     */
    static ServerProcess start(String name, Path template, Function<Path, List<String>> command) throws IOException {
        Path folder = DataFolder.create(name);
        Path data = folder.resolve("data");
        Folders.copy(template.resolve("data"), data);
        Process process = new Command(command.apply(data)).start(folder.resolve("log"));
        ServerProcess server = new ServerProcess(process, folder);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop " + name));
        return server;
    }

    /** Waits until the server accepts this login, or until it ends. */
    Login await(Login login) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!accepts(login)) {
            if (!process.isAlive()) {
                throw failed("ended with " + process.exitValue());
            }
            if (System.nanoTime() > end) {
                throw failed("did not answer within " + PATIENCE.toSeconds() + " s");
            }
            pause();
        }
        return login;
    }

    private static boolean accepts(Login login) {
        try {
            login.connect().close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private IOException failed(String how) throws IOException {
        String log = Command.tail(folder.resolve("log"));
        stop();
        return new IOException("the server " + how + " (if its files are damaged, delete " + SharedFolder.home()
                + " and try again); it said:" + log);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the server");
        }
    }

    /** Killed instead of shut down, because its data is deleted, too. */
    private void stop() {
        try {
            process.destroyForcibly().waitFor();
            Folders.delete(folder);
        } catch (IOException e) {
            System.err.println("[testdb] could not delete " + folder + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
