package io.retort.diff.question.given;

import io.retort.diff.question.Verb;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One answer as it was given beforehand.
 *
 * @param verb which choice
 * @param subject what it is about, as typed
 * @param value what goes with it; empty where the verb says it all
 */
public record Given(Verb verb, String subject, String value) {

    /**
     * Reads what stands behind a flag: one or more answers, separated by commas. A comma inside quotes or parentheses
     * belongs to the answer.
     *
     * @throws RetortException if one of them lacks its second half
     */
    public static List<Given> read(Verb verb, String text) {
        return parts(text).stream().map(part -> one(verb, part)).toList();
    }

    /**
     * Reads a file of answers: one a line, as on the command line but without {@code -D}; {@code #} begins a remark.
     *
     * @throws RetortException if it cannot be read, or a line is no answer
     */
    public static List<Given> read(Path file) {
        List<Given> answers = new ArrayList<>();
        for (String line : lines(file)) {
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                answers.addAll(line(file, text.startsWith("-D") ? text.substring(2) : text));
            }
        }
        return answers;
    }

    /** The answer as a person types it. */
    public String flag() {
        return "-D" + verb.said(subject, value);
    }

    private static List<Given> line(Path file, String text) {
        int end = text.indexOf('=');
        Verb verb = Verb.of(end < 0 ? text : text.substring(0, end).strip())
                .filter(found -> end > 0)
                .orElseThrow(() -> mistake(
                        file + " has a line that is no answer: " + text,
                        "Write one answer a line, such as rename=customer.mail:email or fill=customer.tier=BASIC."));
        return read(verb, text.substring(end + 1));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw mistake("Cannot read the answers in " + file + ".", "Name a text file: -Danswers=FILE.");
        }
    }

    private static Given one(Verb verb, String part) {
        if (!verb.hasValue()) {
            return new Given(verb, part, "");
        }
        // The new label of a mapping comes last; a value to fill in may hold the sign itself.
        int end = verb == Verb.MAP ? part.lastIndexOf(verb.separator()) : part.indexOf(verb.separator());
        if (end <= 0 || end == part.length() - 1) {
            throw mistake(
                    "-D" + verb.word() + "=" + part + " says only half of an answer.",
                    "Write -D" + verb.said(end <= 0 ? part : part.substring(0, end), "VALUE") + ".");
        }
        return new Given(
                verb, part.substring(0, end).strip(), part.substring(end + 1).strip());
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        int depth = 0;
        for (char sign : text.toCharArray()) {
            quoted ^= sign == '\'';
            depth += quoted || (sign != '(' && sign != ')') ? 0 : sign == '(' ? 1 : -1;
            if (sign == ',' && !quoted && depth <= 0) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(sign);
            }
        }
        parts.add(part.toString().strip());
        parts.removeIf(String::isEmpty);
        return parts;
    }

    static RetortException mistake(String what, String action) {
        return new RetortException(what, action, ExitStatus.USAGE);
    }
}
