package io.retort.boot.tool;

import io.retort.boot.autoconfigure.properties.RetortProperties;
import io.retort.diff.question.GivenAnswer;
import io.retort.diff.question.Verb;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The differences that a team accepts for good: the lines {@code keep=table.object} of the file in {@code retort.answers}.
 *
 * @param file the file
 * @param objects the accepted tables, columns, indexes and constraints; empty if there is no file
 */
record AcceptedDifferences(Path file, List<String> objects) {

    /**
     * Reads the file.
     *
     * @throws RetortException if a line is not an answer, or another answer than {@code keep}
     */
    static AcceptedDifferences of(RetortProperties properties) {
        Path file = Path.of(properties.getAnswers());
        if (!Files.exists(file)) {
            return new AcceptedDifferences(file, List.of());
        }
        return new AcceptedDifferences(
                file,
                GivenAnswer.read(file).stream()
                        .map(answer -> accepted(answer, file))
                        .toList());
    }

    private static String accepted(GivenAnswer answer, Path file) {
        if (answer.verb() != Verb.KEEP) {
            throw new RetortException(
                    file + " has the line " + answer.verb().said(answer.subject(), answer.value())
                            + ", which answers the question of one revision. Only keep can be accepted for good.",
                    Advice.of(
                            "Remove the line, and give the answer to the revision: ",
                            Advice.command("revision", Advice.option("answers", "FILE")),
                            "."),
                    ExitStatus.USAGE);
        }
        return answer.subject();
    }

    /** Returns the sentence that names what is not compared; empty if everything is. */
    List<String> remark() {
        return objects.isEmpty()
                ? List.of()
                : List.of("Accepted in " + file.toString().replace('\\', '/') + " and not compared: "
                        + String.join(", ", objects) + ".");
    }
}
