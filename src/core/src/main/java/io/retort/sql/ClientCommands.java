package io.retort.sql;

import io.retort.error.RetortException;
import io.retort.sql.SqlSyntax.Feature;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Lines of a script that are meant for a product's own client, or for nobody.
 *
 * @param sql the script
 * @param syntax how the product reads it
 */
record ClientCommands(String sql, SqlSyntax syntax) {

    /** A refusal that names the line of a position. */
    @FunctionalInterface
    interface Refusal {
        RetortException of(int position, String what, String action);
    }

    private static final String LEAVE_OUT =
            "Leave it out: a semicolon ends a statement. A routine whose body holds semicolons is said by op.execute"
                    + " in a Java revision, where no delimiter is needed.";

    /** Of MySQL's and MariaDB's clients; none begins a statement. */
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

    /** Words that begin no statement of MySQL and MariaDB, only one inside a routine. */
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

    /** Whether the token is all that its line holds. */
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
     * Looks at the first token of a line.
     *
     * @param fresh whether no statement has begun
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
                    "Decide which lines stay, and delete the marks.");
        }
        boolean alone = isAlone(token) && (token.is("go") || token.is('/'));
        if (alone || token.is('\\') || fresh && isCommand(token)) {
            throw refusal.of(token.start(), "is no SQL but a command to a database's own client: " + line, LEAVE_OUT);
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

    /** Outside of quotes no SQL has a backslash, but for MariaDB's <code>\N</code>, which is null. */
    void refuseBackslash(SqlLexer token, Refusal refusal) {
        if (!syntax.has(Feature.BACKSLASH_COMMANDS) || !token.is('\\')) {
            return;
        }
        if (!(syntax.has(Feature.DELIMITER) && sql.startsWith("N", token.end()))) {
            throw refusal.of(
                    token.start(),
                    "has a backslash outside of quotes, which begins a command to the database's own client: "
                            + line(token.start()),
                    LEAVE_OUT);
        }
    }

    /**
     * What a line {@code DELIMITER} names.
     *
     * @param from where the word ends
     * @param end where the line ends
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
                    "names a delimiter that may stand inside a statement: \"" + argument + "\"",
                    "Use one of signs that SQL does not have: //, $$ or ;;.");
        }
        return argument;
    }

    /** Statements that only a client can send, or that are pieces of others. */
    void refuseStatement(String text, SqlSyntax now, int position, Refusal refusal) {
        if (syntax.has(Feature.DELIMITER)) {
            List<String> words = SqlNormalizer.firstWords(text, now, 1);
            if (!words.isEmpty() && FRAGMENTS.contains(words.get(0))) {
                throw refusal.of(
                        position,
                        "begins with \"" + words.get(0) + "\", which is a part of a routine's body",
                        "Put a line \"DELIMITER //\" above the routine, end it with //, and put a line \"DELIMITER ;\""
                                + " below.");
            }
        } else if (syntax.has(Feature.ESCAPE_STRINGS) && copiesFromClient(text, now)) {
            throw refusal.of(
                    position,
                    "copies from stdin, which is the input of the database's own client",
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
