package io.retort.stories;

import io.retort.stories.MavenBuild.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs and captures their output. */
final class Processes {

    private Processes() {}

    /** Runs a program with empty input until it ends; fails if that takes too long. */
    static Result run(Path folder, List<String> command, long time, TimeUnit unit) {
        return run(new ProcessBuilder(command).directory(folder.toFile()), time, unit);
    }

    /** Runs a configured program, for example one with environment variables. */
    static Result run(ProcessBuilder program, long time, TimeUnit unit) {
        return captured(program.redirectErrorStream(true), time, unit);
    }

    /** Runs a program and captures its standard output only. */
    static String standardOutput(ProcessBuilder program, long time, TimeUnit unit) {
        return captured(program.redirectError(ProcessBuilder.Redirect.INHERIT), time, unit)
                .output();
    }

    private static Result captured(ProcessBuilder program, long time, TimeUnit unit) {
        List<String> command = program.command();
        try {
            Path log = Files.createTempFile("story", ".log");
            Process process = program.redirectOutput(log.toFile()).start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(time, unit);
            process.destroyForcibly();
            String output = Files.readString(log, StandardCharsets.UTF_8);
            Files.delete(log);
            if (!ended) {
                throw new AssertionError(command + " did not end in " + time + " " + unit + ":\n" + output);
            }
            return new Result(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
