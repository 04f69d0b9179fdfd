package io.retort.testkit.launch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program with its arguments.
 *
 * @param arguments the program first
 */
record Command(List<String> arguments) {

    private static final int MINUTES = 3;
    private static final int LINES_TO_SHOW = 15;

    static Command of(Path program) {
        return new Command(List.of(program.toString()));
    }

    Command with(String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return new Command(List.copyOf(all));
    }

    /** Runs the program to its end. Its output is shown only if it fails. */
    void run() throws IOException {
        Path log = Files.createTempFile("retort-testkit-", ".log");
        try {
            Process process = start(log);
            if (!endsInTime(process)) {
                process.destroyForcibly();
                throw new IOException(arguments.get(0) + " took longer than " + MINUTES + " minutes" + tail(log));
            }
            if (process.exitValue() != 0) {
                throw new IOException(arguments.get(0) + " ended with " + process.exitValue() + tail(log));
            }
        } finally {
            Files.delete(log);
        }
    }

    Process start(Path log) throws IOException {
        return new ProcessBuilder(arguments)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Returns the last lines of a log, for a message. */
    static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        List<String> last = lines.subList(Math.max(0, lines.size() - LINES_TO_SHOW), lines.size());
        return System.lineSeparator() + String.join(System.lineSeparator(), last);
    }

    private static boolean endsInTime(Process process) throws IOException {
        try {
            return process.waitFor(MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting");
        }
    }
}
