package io.retort.maven.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs one command in a JVM that shares Maven's terminal and ends when Maven ends.
 *
 * @param java the Java executable
 * @param directory the working directory, which is the module's, so that relative paths work as in an IDE
 * @param work the folder for the argument file
 */
public record ForkedTool(Path java, Path directory, Path work) {

    /** A terminal sends the signal to Maven, too, which can end a moment later. */
    private static final int ENDED_BY_CTRL_C = 130;

    private static final long MAVEN_ENDS_MILLIS = 1000;

    /**
     * Runs the JVM and waits until it ends.
     *
     * @param arguments the arguments of the JVM; never null
     * @param result the file to which the command writes its result; never null
     * @return the result; never null
     * @throws IOException if the JVM cannot be started or the wait is interrupted
     */
    public ToolResult run(JavaArguments arguments, Path result) throws IOException {
        Files.createDirectories(work);
        Files.deleteIfExists(result);
        try (ArgumentFile file = ArgumentFile.create(work, arguments.lines())) {
            Process process = new ProcessBuilder(java.toString(), "@" + file.path())
                    .directory(directory.toFile())
                    .inheritIO()
                    .start();
            return ToolResult.read(waitFor(process), result);
        }
    }

    private static int waitFor(Process process) throws IOException {
        Thread destroy = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(destroy);
        try {
            int exit = process.waitFor();
            if (exit == ENDED_BY_CTRL_C) {
                Thread.sleep(MAVEN_ENDS_MILLIS);
            }
            forget(destroy);
            return exit;
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    /** Maven that is being ended reports no failed build. */
    private static void forget(Thread destroy) throws InterruptedException {
        try {
            Runtime.getRuntime().removeShutdownHook(destroy);
        } catch (IllegalStateException mavenEnds) {
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
