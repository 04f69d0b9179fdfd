package io.retort.maven.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The JVM that runs one command: it reads and writes Maven's own terminal and ends when Maven ends.
 *
 * @param java the executable
 * @param directory where the application starts, so that its relative paths mean what they mean in the IDE
 * @param work a folder for the argument file
 */
public record ForkedTool(Path java, Path directory, Path work) {

    /**
     * Runs the JVM to its end.
     *
     * @param result the file into which the command writes its result
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
            Runtime.getRuntime().removeShutdownHook(destroy);
            return exit;
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
