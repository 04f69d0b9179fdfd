package io.retort.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The parts of a page, in their order: text, files to create, and commands with their output. */
final class TutorialPage {

    private static final String FENCE = "```";

    /** A part of the page. */
    sealed interface Part permits Text, SourceFile, Console {}

    /** Lines that are not executed. */
    record Text(List<String> lines) implements Part {}

    /** A file; a name with {@code *} is an existing file whose header stays. */
    record SourceFile(String language, String name, List<String> lines) implements Part {}

    /** Commands with the output of each. */
    record Console(List<Command> commands) implements Part {}

    /** One command. */
    record Command(String line, List<String> output) {}

    private TutorialPage() {}

    static List<Part> read(Path file) {
        try {
            return parts(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(List<Part> parts) {
        StringBuilder page = new StringBuilder();
        parts.forEach(part -> {
            if (part instanceof Text text) {
                text.lines().forEach(line -> page.append(line).append('\n'));
            } else if (part instanceof SourceFile source) {
                page.append(FENCE).append(source.language()).append(' ').append(source.name());
                page.append('\n').append(String.join("\n", source.lines())).append('\n');
                page.append(FENCE).append('\n');
            } else if (part instanceof Console console) {
                page.append(FENCE).append("console\n");
                console.commands().forEach(command -> {
                    page.append("$ ").append(command.line()).append('\n');
                    command.output().forEach(line -> page.append(line).append('\n'));
                });
                page.append(FENCE).append('\n');
            }
        });
        return page.toString();
    }

    private static List<Part> parts(List<String> lines) {
        List<Part> parts = new ArrayList<>();
        List<String> text = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (!line.startsWith(FENCE)) {
                text.add(line);
                continue;
            }
            parts.add(new Text(List.copyOf(text)));
            text.clear();
            int end = at + 1;
            while (!lines.get(end).equals(FENCE)) {
                end++;
            }
            parts.add(block(line.substring(FENCE.length()), lines.subList(at + 1, end)));
            at = end;
        }
        parts.add(new Text(List.copyOf(text)));
        return parts;
    }

    private static Part block(String info, List<String> lines) {
        if (info.equals("console")) {
            return new Console(commands(lines));
        }
        String[] words = info.split(" ", 2);
        if (words.length < 2) {
            throw new IllegalStateException("A block without a file name, which nothing would test: " + info);
        }
        return new SourceFile(words[0], words[1], List.copyOf(lines));
    }

    private static List<Command> commands(List<String> lines) {
        List<Command> commands = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("$ ")) {
                commands.add(new Command(line.substring(2), new ArrayList<>()));
            } else {
                commands.get(commands.size() - 1).output().add(line);
            }
        }
        return commands;
    }
}
