package io.retort.internal.sql;

import io.retort.error.RetortException;
import io.retort.sql.SqlSyntax;
import io.retort.sql.SqlSyntax.Feature;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Recognizes lines of a script that are commands of the product's own client, and remains of merge conflicts.
 *
 * @param sql the script
 * @param syntax how the product reads it
 */
record ClientCommands(String sql, SqlSyntax syntax) {

    /** Creates an exception that names the line of a position. */
    @FunctionalInterface
    interface Refusal {
        RetortException of(int position, String what, String action);
    }

    private static final String LEAVE_OUT =
            "Leave it out: a semicolon ends a statement. For a routine whose body contains semicolons use op.execute"
                    + " in a Java revision, which needs no delimiter.";

    /** Commands of the clients of MySQL and MariaDB. None of them begins a statement. */
    private static final Set<String> WORDS = Set.of(
            "source",
            "system",
            "tee",
            "notee",
            "pager",
            "nopager",
            "prompt",
            "rehash",
            "connect",
            "quit",
            "exit",
            "status",
            "clear",
            "ego",
            "print",
            "warnings",
            "nowarning",
            "charset",
            "edit",
            "resetconnection");

    /** Words that begin a statement of MySQL and MariaDB only inside a routine. */
    private static final Set<String> FRAGMENTS =
            Set.of("end", "else", "elseif", "until", "when", "then", "leave", "iterate", "fetch", "declare");

    boolean isLineStart(int position) {
        for (int at = position - 1; at >= 0 && sql.charAt(at) != '\n'; at--) {
            if (sql.charAt(at) > ' ') {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the token is the only one on its line. */
    boolean isAlone(SqlLexer token) {
        int at = token.end();
        while (at < sql.length() && sql.charAt(at) != '\n') {
            if (sql.charAt(at++) > ' ') {
                return false;
            }
        }
        return true;
    }

    /**
     * Checks the first token of a line.
     *
     * @param token the token
     * @param fresh whether no statement has begun
     * @param refusal creates the exception
     */
    void refuse(SqlLexer token, boolean fresh, Refusal refusal) {
        String line = line(token.start());
        if (line.startsWith("<<<<<<<")
                || line.startsWith(">>>>>>>")
                || line.equals("=======")
                || line.startsWith("|||||||")) {
            throw refusal.of(
                    token.start(),
                    "is left over from a merge of two versions of the file: " + line,
                    "Decide which lines to keep, and delete the conflict markers.");
        }
        boolean alone = isAlone(token) && (token.is("go") || token.is('/'));
        if (alone || token.is('\\') || fresh && isCommand(token)) {
            throw refusal.of(token.start(), "is not SQL but a command of a database client: " + line, LEAVE_OUT);
        }
    }

    private boolean isCommand(SqlLexer token) {
        if (token.is("delimiter")) {
            return true;
        }
        return syntax.has(Feature.DOT_COMMANDS) && (token.is('.') || token.is('#'))
                || syntax.has(Feature.DELIMITER) && WORDS.contains(token.text().toLowerCase(Locale.ROOT));
    }

    private String line(int position) {
        int end = sql.indexOf('\n', position);
        return sql.substring(position, end < 0 ? sql.length() : end).strip();
    }

    /** Outside quotes, SQL contains no backslash, except MariaDB's <code>\N</code>, which is null. */
    void refuseBackslash(SqlLexer token, Refusal refusal) {
        if (!syntax.has(Feature.BACKSLASH_COMMANDS) || !token.is('\\')) {
            return;
        }
        if (!(syntax.has(Feature.DELIMITER) && sql.startsWith("N", token.end()))) {
            throw refusal.of(
                    token.start(),
                    "has a backslash outside of quotes, which begins a command of the database client: "
                            + line(token.start()),
                    LEAVE_OUT);
        }
    }

    /**
     * Returns the delimiter of a {@code DELIMITER} line.
     *
     * @param from the end of the word
     * @param end the end of the line
     * @param refusal creates the exception
     */
    String delimiter(int from, int end, Refusal refusal) {
        String argument = sql.substring(from, end).strip().split("\\s", 2)[0];
        boolean usable = !argument.isEmpty() && !argument.startsWith("--") && !argument.startsWith("/*");
        for (int i = 0; i < argument.length(); i++) {
            char sign = argument.charAt(i);
            usable &= !Character.isLetterOrDigit(sign) && "'\"`\\#_".indexOf(sign) < 0;
        }
        if (!usable) {
            throw refusal.of(
                    from - 1,
                    "declares a delimiter that can occur inside a statement: \"" + argument + "\"",
                    "Use a delimiter that SQL does not use: //, $$ or ;;.");
        }
        return argument;
    }

    /** Refuses statements that only a client can send, and parts of statements. */
    void refuseStatement(String text, SqlSyntax now, int position, Refusal refusal) {
        if (syntax.has(Feature.DELIMITER)) {
            List<String> words = SqlNormalizer.firstWords(text, now, 1);
            if (!words.isEmpty() && FRAGMENTS.contains(words.get(0))) {
                throw refusal.of(
                        position,
                        "begins with \"" + words.get(0) + "\", which is part of the body of a routine",
                        "Put a line \"DELIMITER //\" above the routine, end it with //, and put a line \"DELIMITER ;\""
                                + " below.");
            }
        } else if (syntax.has(Feature.ESCAPE_STRINGS) && copiesFromClient(text, now)) {
            throw refusal.of(
                    position,
                    "copies from stdin, the input of the database client",
                    "Write insert statements, or load the data in a Java revision with op.work.");
        }
    }

    private static boolean copiesFromClient(String text, SqlSyntax now) {
        if (!SqlNormalizer.firstWords(text, now, 1).equals(List.of("copy"))) {
            return false;
        }
        SqlLexer lexer = new SqlLexer(text, now);
        boolean from = false;
        while (lexer.advance()) {
            if (from && lexer.is("stdin")) {
                return true;
            }
            from = lexer.isBlank() ? from : lexer.is("from");
        }
        return false;
    }
}
