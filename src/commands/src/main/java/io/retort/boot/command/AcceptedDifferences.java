package io.retort.boot.command;

import io.retort.boot.autoconfigure.properties.RetortProperties;
import io.retort.diff.question.GivenAnswer;
import io.retort.diff.question.Verb;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.schema.Identifier;
import io.retort.schema.QualifiedName;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The differences that a team accepts for good: the lines {@code keep=table.object} of the file in {@code retort.answers}.
 *
 * @param file the file
 * @param lines the lines that accept a difference; empty if there is no file
 */
record AcceptedDifferences(Path file, List<Line> lines) {

    /**
     * A line of the file.
     *
     * @param number the number of the line, from 1
     * @param object the accepted table, column, index or constraint
     */
    record Line(int number, String object) {

        /** Returns the object as a pattern, in which names have no quotes. */
        String pattern() {
            QualifiedName name = QualifiedName.parse(object);
            return (name.schema() == null ? "" : Identifier.parse(name.schema()).text() + ".")
                    + Identifier.parse(name.name()).text();
        }
    }

    private static final String KEEP = "keep=";

    /**
     * Reads the file.
     *
     * @throws RetortException if it cannot be read, or if a line is something else
     */
    static AcceptedDifferences of(RetortProperties properties) {
        Path file = Path.of(properties.getAnswers());
        if (!Files.exists(file)) {
            return new AcceptedDifferences(file, List.of());
        }
        List<Line> accepted = new ArrayList<>();
        List<String> all = lines(file);
        for (int i = 0; i < all.size(); i++) {
            String text = all.get(i).strip();
            int number = i + 1;
            if (!text.isEmpty() && !text.startsWith("#")) {
                accepted(text, place(file, number)).forEach(object -> accepted.add(new Line(number, object)));
            }
        }
        return new AcceptedDifferences(file, accepted);
    }

    /**
     * Adds lines to the file, which is created if it does not exist. Nothing else in it changes.
     *
     * @param objects the objects to accept; those that a line accepts already are left out
     * @return the added objects
     * @throws RetortException if the file cannot be read or written
     */
    static List<String> add(List<String> objects, RetortProperties properties) {
        AcceptedDifferences known = of(properties);
        List<String> patterns = known.patterns();
        List<String> added = objects.stream()
                .filter(object -> patterns.stream().noneMatch(object::equalsIgnoreCase))
                .toList();
        if (!added.isEmpty()) {
            append(known.file(), added);
        }
        return added;
    }

    /** Appends, so that line ends, rights and links of the file stay as they are. */
    private static void append(Path file, List<String> objects) {
        Path whole = file.toAbsolutePath();
        try {
            Files.createDirectories(whole.getParent());
            boolean inLine = Files.exists(whole) && !Files.readString(whole).matches("(?s)(.*[\r\n])?");
            String lines = objects.stream()
                    .map(object -> KEEP + object + System.lineSeparator())
                    .collect(Collectors.joining());
            Files.writeString(
                    whole,
                    inLine ? System.lineSeparator() + lines : lines,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new RetortException(
                    "Cannot write the accepted differences to " + shown(file) + ": " + e.getMessage(),
                    Advice.of("Set ", Advice.setting("answers"), " to a file that can be written."),
                    e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new RetortException(
                    "Cannot read the accepted differences in " + file + ": " + e.getMessage(),
                    "Write a text file in UTF-8.",
                    e);
        }
    }

    private static List<String> accepted(String line, String place) {
        if (!line.startsWith(KEEP)) {
            throw new RetortException(
                    place + " does not accept a difference: " + line,
                    Advice.of(
                            "Write one line `keep=table.object` for each accepted difference. Give answers to the"
                                    + " questions of one revision with the revision: ",
                            Advice.command("revision", Advice.option("answers", "FILE")),
                            "."),
                    ExitStatus.USAGE);
        }
        return GivenAnswer.read(Verb.KEEP, line.substring(KEEP.length())).stream()
                .map(GivenAnswer::subject)
                .toList();
    }

    private static String place(Path file, int line) {
        return shown(file) + ":" + line;
    }

    private static String shown(Path file) {
        return file.toString().replace(File.separatorChar, '/');
    }

    /** Returns the objects as patterns, in which names have no quotes. */
    List<String> patterns() {
        return lines.stream().map(Line::pattern).toList();
    }

    /**
     * Returns a sentence for each line that names nothing.
     *
     * @param unmatched the patterns that match no object of entities or database
     */
    List<String> warnings(List<String> unmatched) {
        return lines.stream()
                .filter(line -> unmatched.contains(line.pattern()))
                .map(line -> place(file, line.number()) + " accepts differences of " + line.object()
                        + ", but neither the entities nor the database have an object of this name.")
                .toList();
    }

    /** Returns the sentence that names what is not compared; empty if everything is. */
    List<String> remark() {
        return lines.isEmpty()
                ? List.of()
                : List.of("Accepted in " + shown(file) + " and not compared: "
                        + String.join(", ", lines.stream().map(Line::object).toList()) + ".");
    }
}
