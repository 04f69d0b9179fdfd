package io.retort.stories;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Maven goal that stays running, reads what a test types, and writes its output to a file. */
final class RunningGoal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path log;
    private final Writer keyboard;
    private int seen;

    private RunningGoal(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.keyboard = process.outputWriter(StandardCharsets.UTF_8);
    }

    static RunningGoal start(StoryProject project, String... words) throws IOException {
        Path log = Files.createTempFile("story", ".log");
        ProcessBuilder program = new MavenBuild(project.folder()).interactive(words);
        if (ignoresInterrupts()) {
            program.command().addAll(0, List.of("env", "--default-signal=INT"));
        }
        Process process =
                program.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        return new RunningGoal(process, log);
    }

    /**
     * Whether this build ignores SIGINT, as one that a shell started with {@code &} does; its children inherit that.
     * The second bit of the mask is SIGINT.
     */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .mapToLong(line -> Long.parseUnsignedLong(
                                line.substring("SigIgn:".length()).strip(), 16))
                        .anyMatch(mask -> (mask & 2) != 0);
    }

    /** Types a line. */
    void type(String line) throws IOException {
        keyboard.write(line + "\n");
        keyboard.flush();
    }

    /** Waits until a text is printed after the text that was awaited before. */
    void await(String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String output = output();
            int found = output.indexOf(text, seen);
            if (found >= 0) {
                seen = found + text.length();
                return;
            }
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("not printed: " + text + "\nafter:\n" + output.substring(0, seen)
                        + "\nthere is only:\n" + output.substring(seen));
            }
            Thread.sleep(10);
        }
    }

    /** Returns everything that was printed. */
    String output() throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8);
    }

    /** Waits until Maven ends, and returns its exit code. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it did not end");
        }
        return process.exitValue();
    }

    /** Returns Maven and the application that it has started. */
    List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    @Override
    public void close() throws IOException {
        processes().forEach(ProcessHandle::destroyForcibly);
        Files.deleteIfExists(log);
    }
}
