package io.retort.diff.question;

import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.text.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was given in advance.
 *
 * @param verb the decision
 * @param subject the subject, as typed
 * @param value the value; empty if the verb takes no value
 * @param source the file and line; null for an option
 */
public record GivenAnswer(
        Verb verb, String subject, String value, @Nullable String source) {

    /**
     * Creates an answer from an option.
     *
     * @param verb the decision
     * @param subject the subject, as typed
     * @param value the value; empty if the verb takes no value
     */
    public GivenAnswer(Verb verb, String subject, String value) {
        this(verb, subject, value, null);
    }

    /**
     * Parses the value of an option: one or more answers, separated by commas. Commas within quotes or parentheses do
     * not separate answers.
     *
     * @param verb the verb of the option
     * @param text the value of the option
     * @throws RetortException if an answer lacks its value
     */
    public static List<GivenAnswer> read(Verb verb, String text) {
        return read(verb, text, null);
    }

    /**
     * Reads a file of answers. Each line contains an option, with or without {@code -D}. Lines that start with
     * {@code #} are comments.
     *
     * @param file the file, in UTF-8
     * @throws RetortException if the file cannot be read, or if a line is not an answer
     */
    public static List<GivenAnswer> read(Path file) {
        List<GivenAnswer> answers = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                String source = file + ", line " + (i + 1);
                answers.addAll(line(source, text.startsWith("-D") ? text.substring(2) : text));
            }
        }
        return answers;
    }

    private static List<GivenAnswer> read(Verb verb, String text, @Nullable String source) {
        return parts(text).stream().map(part -> one(verb, part, source)).toList();
    }

    /**
     * Returns this answer with the whole id of the revision, if it is about a step of a revision and contains only the
     * beginning of the id, as in {@code a1b2:3}.
     *
     * @param ids the ids of all revisions
     * @return the answer; this one if it is not about a step, or if no id begins so
     * @throws RetortException if several ids begin so
     */
    public GivenAnswer withWholeId(Collection<String> ids) {
        int colon = subject.lastIndexOf(':');
        String beginning = colon < 0 ? "" : subject.substring(0, colon);
        List<String> meant = ids.contains(beginning) || beginning.isEmpty()
                ? List.of()
                : ids.stream().filter(id -> id.startsWith(beginning)).sorted().toList();
        if (meant.size() > 1) {
            throw mistake(
                    described()
                            .and(" is ambiguous: " + meant.size() + " revisions begin with " + beginning + ": "
                                    + String.join(", ", meant) + "."),
                    Advice.of("Write more of the id."));
        }
        return meant.isEmpty() ? this : new GivenAnswer(verb, meant.get(0) + subject.substring(colon), value, source);
    }

    /** Returns the answer for a message, with its place in a file: {@code --drop=customer.fax (answers.txt, line 3)}. */
    Advice described() {
        return new Answer(verb, value, source).given(subject);
    }

    private static String suffix(@Nullable String source) {
        return source == null ? "" : " (" + source + ")";
    }

    private static List<GivenAnswer> line(String source, String text) {
        int end = text.indexOf('=');
        Verb verb = Verb.of(end < 0 ? text : text.substring(0, end).strip())
                .filter(found -> end > 0)
                .orElseThrow(() -> mistake(
                        source + " is not an answer: " + text,
                        "Write one answer per line, such as rename=customer.mail:email or fill=customer.tier=BASIC."));
        return read(verb, text.substring(end + 1), source);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw mistake(
                    "Cannot read the answers in " + file + ": " + FileFailure.reason(file, failure) + ".",
                    Advice.of("Give the name of a text file: ", Advice.option("answers", "FILE"), "."));
        }
    }

    private static GivenAnswer one(Verb verb, String part, @Nullable String source) {
        if (!verb.hasValue()) {
            return new GivenAnswer(verb, part, "", source);
        }
        // The new constant of a mapping comes last; a value for a backfill can contain the separator.
        int end = verb == Verb.MAP ? part.lastIndexOf(verb.separator()) : part.indexOf(verb.separator());
        if (end <= 0 || end == part.length() - 1) {
            throw mistake(
                    Advice.of(Advice.option(verb.word(), part), suffix(source), " is incomplete."),
                    Advice.of(
                            "Write ",
                            Advice.option(
                                    verb.word(),
                                    (end <= 0 ? part : part.substring(0, end)) + verb.separator() + "VALUE"),
                            "."));
        }
        return new GivenAnswer(
                verb, part.substring(0, end).strip(), part.substring(end + 1).strip(), source);
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
        return mistake(what, Advice.of(action));
    }

    static RetortException mistake(String what, Advice advice) {
        return mistake(Advice.of(what), advice);
    }

    static RetortException mistake(Advice problem, Advice advice) {
        return new RetortException(problem, advice, ExitStatus.USAGE);
    }
}
