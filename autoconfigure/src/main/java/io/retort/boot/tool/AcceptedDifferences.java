package io.retort.boot.tool;

import io.retort.boot.autoconfigure.properties.RetortProperties;
import io.retort.diff.question.GivenAnswer;
import io.retort.diff.question.Verb;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.schema.Identifier;
import io.retort.schema.QualifiedName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The differences that a team accepts for good: the lines {@code keep=table.object} of the file in {@code retort.answers}.
 *
 * @param file the file
 * @param objects the accepted tables, columns, indexes and constraints; empty if there is no file
 */
record AcceptedDifferences(Path file, List<String> objects) {

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
        List<String> objects = new ArrayList<>();
        for (String line : lines(file)) {
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                objects.addAll(accepted(text, file));
            }
        }
        return new AcceptedDifferences(file, objects);
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

    private static List<String> accepted(String line, Path file) {
        if (!line.startsWith(KEEP)) {
            throw new RetortException(
                    file + " has a line that does not accept a difference: " + line,
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

    /** Returns the objects as patterns, in which names have no quotes. */
    List<String> patterns() {
        return objects.stream()
                .map(QualifiedName::parse)
                .map(name -> (name.schema() == null
                                ? ""
                                : Identifier.parse(name.schema()).text() + ".")
                        + Identifier.parse(name.name()).text())
                .toList();
    }

    /** Returns the sentence that names what is not compared; empty if everything is. */
    List<String> remark() {
        return objects.isEmpty()
                ? List.of()
                : List.of("Accepted in " + file.toString().replace('\\', '/') + " and not compared: "
                        + String.join(", ", objects) + ".");
    }
}
