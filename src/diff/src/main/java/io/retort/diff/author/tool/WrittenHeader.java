package io.retort.diff.author.tool;

import io.retort.diff.author.DeclaredStatements;
import io.retort.diff.author.Draft;
import io.retort.error.RetortException;
import io.retort.internal.text.PrintableText;
import io.retort.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The comment lines with which each written script begins. They record what the script creates, so that a later
 * comparison knows which objects it can change or drop.
 */
final class WrittenHeader {

    /** The first line, with the time and the number of the script within its migration. */
    static final Pattern FIRST = Pattern.compile("-- Written by Retort at (\\S+), part (\\d+) of \\d+\\b.*");

    private static final Pattern COMMENT_LINE = Pattern.compile(
            "\\s*--\\s*(?i:means|written|remark|liquibase|changeset|rollback|property|comment|precondition"
                    + "|validchecksum|ignore|enddelimiter)\\b.*");

    private WrittenHeader() {}

    /** Returns whether a text contains a script that Retort wrote. */
    static boolean isIn(String text) {
        return text.lines().anyMatch(line -> FIRST.matcher(line).matches());
    }

    /**
     * Returns the lines.
     *
     * @param draft the message and the remarks
     * @param declared the operations of the script
     * @param part the number of the script, from 1
     * @param parts the number of scripts
     */
    static List<String> lines(Draft draft, List<Operation> declared, int part, int parts) {
        List<String> lines = new ArrayList<>();
        lines.add("-- Written by Retort at " + draft.created() + ", part " + part + " of " + parts
                + (draft.madeWith() == null ? "" : ", from the entities with " + draft.madeWith()));
        lines.add("-- " + PrintableText.of(draft.message()));
        draft.remarks().forEach(remark -> lines.add("-- remark: " + PrintableText.of(remark)));
        DeclaredStatements.lines(declared).lines().forEach(lines::add);
        return lines;
    }

    /**
     * Refuses a statement in which a line of a string looks like a line of a header or of a changelog, or that contains a
     * carriage return.
     *
     * @throws RetortException if the statement contains such a line or a carriage return
     */
    static void requireUnambiguous(String statement) {
        if (statement.indexOf('\r') >= 0) {
            throw new RetortException(
                    "A carriage return in this statement would not survive in a file: "
                            + statement.replace("\r", "\\r"),
                    "Change the text in the entity, such as a comment or a default.");
        }
        statement
                .lines()
                .filter(line -> COMMENT_LINE.matcher(line).matches())
                .findFirst()
                .ifPresent(line -> {
                    throw new RetortException(
                            "A line of this statement would be read as an instruction of the file: \"" + line.strip()
                                    + "\".",
                            "Change the text in the entity, such as a comment or a default.");
                });
    }
}
