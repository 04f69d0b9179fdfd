package io.retort.diff.author.convention;

import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A command that runs on each new revision file, such as a formatter. No shell is asked: words are parted by blanks, and
 * quotes hold a word together.
 *
 * <p>In its words {@code {file}} is the file's absolute path. A command with {@code {java-file}} or {@code {sql-file}} runs
 * on files of that kind only.
 *
 * @param command as it was configured
 */
public record Hook(String command) {

    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

    private static final int SHOWN = 20;

    public Hook {
        if (command.isBlank()) {
            throw new RetortException(
                    "retort.revision.hooks has an empty command.",
                    "Write a command, such as google-java-format -i {java-file}, or leave the entry out.",
                    ExitStatus.USAGE);
        }
    }

    /** Whether it has to do with files of this name. */
    public boolean wants(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return (!command.contains("{java-file}") || name.endsWith(".java"))
                && (!command.contains("{sql-file}") || name.endsWith(".sql"));
    }

    /**
     * Runs it and waits.
     *
     * @param folder the working directory, that of the project
     * @param file the new file
     * @throws RetortException with its exit code and what it said, if it fails; the file stays
     */
    public void run(Path folder, Path file) {
        List<String> words = words(file);
        try {
            Process process = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            int exit = process.waitFor();
            if (exit != 0) {
                throw failed(file, "ended with exit code " + exit + shown(said), null);
            }
        } catch (IOException e) {
            throw failed(file, "could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(file, "was interrupted", new InterruptedIOException());
        }
    }

    private List<String> words(Path file) {
        List<String> words =
                WORD.matcher(command).results().map(MatchResult::group).toList();
        String path = file.toString();
        return words.stream()
                .map(word -> QUOTED.matcher(word).replaceAll("$1$2"))
                .map(word -> word.replaceAll("\\{(?:java-|sql-)?file}", Matcher.quoteReplacement(path)))
                .toList();
    }

    private RetortException failed(Path file, String how, @Nullable Throwable cause) {
        String what = "The hook \"" + command + "\" " + how + "\n" + file.getFileName() + " is written and stays.";
        String action = "Run the command by itself until it works, or change retort.revision.hooks.";
        return cause == null ? new RetortException(what, action) : new RetortException(what, action, cause);
    }

    /** The last lines of what it said. */
    private static String shown(String said) {
        List<String> lines = said.strip().lines().toList();
        String tail = String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN), lines.size()));
        return tail.isEmpty() ? " and said nothing." : " and said:\n" + tail;
    }
}
