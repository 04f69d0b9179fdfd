package io.retort.diff.author;

import io.retort.error.Advice;
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
 * A command that runs on each new revision file, such as a formatter. No shell is involved: words are separated by
 * blanks and grouped by quotes.
 *
 * <p>{@code {file}} is replaced by the absolute path of the file. A command with {@code {java-file}} or {@code
 * {sql-file}} runs only on files of that format. Example: {@code google-java-format -i {java-file}}.
 *
 * @param command the command as configured; not blank
 */
public record Hook(String command) {

    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')++");

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

    private static final int SHOWN = 20;

    /**
     * Creates a hook.
     *
     * @throws RetortException if the command is blank
     */
    public Hook {
        if (command.isBlank()) {
            throw new RetortException(
                    "retort.revision.hooks has an empty command.",
                    "Write a command, such as google-java-format -i {java-file}, or remove the entry.",
                    ExitStatus.USAGE);
        }
    }

    /**
     * Whether the hook runs on a file, judging by its name.
     *
     * @param file the file
     */
    public boolean wants(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return (!command.contains("{java-file}") || name.endsWith(".java"))
                && (!command.contains("{sql-file}") || name.endsWith(".sql"));
    }

    /**
     * Runs the command and waits for it to end.
     *
     * @param folder the working directory, which is the project folder
     * @param file the new file, which remains even if the command fails
     * @throws RetortException if the command cannot be started, fails or is interrupted; the message contains its exit
     *     code and output
     */
    public void run(Path folder, Path file) {
        List<String> words = words(file);
        try {
            Process process = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            int exit = process.waitFor();
            if (exit != 0) {
                throw failed(file, "ended with exit code " + exit + shown(output), null);
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
        String what = "The hook \"" + command + "\" " + how + "\n" + file.getFileName() + " was written and is kept.";
        Advice advice = Advice.of(
                "Run the command separately until it succeeds, or change ", Advice.setting("revision.hooks"), ".");
        return new RetortException(what, advice, cause);
    }

    /** Returns the last lines of the output. */
    private static String shown(String output) {
        List<String> lines = output.strip().lines().toList();
        String tail = String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN), lines.size()));
        return tail.isEmpty() ? " without output." : " with this output:\n" + tail;
    }
}
