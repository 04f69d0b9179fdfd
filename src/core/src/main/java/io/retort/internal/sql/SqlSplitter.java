package io.retort.internal.sql;

import io.retort.error.FailureLocation;
import io.retort.error.RetortException;
import io.retort.sql.SqlSyntax;
import io.retort.sql.SqlSyntax.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Splits a script into statements as the product's own client does; bodies of routines are read as the product itself
 * does.
 *
 * <p>Comments before a statement are removed, comments inside it are kept. A script that cannot be split reliably is
 * refused with the line, so that no partial routine is ever sent.
 */
public final class SqlSplitter {

    private static final String DELIMIT =
            "Put a line \"DELIMITER //\" above the statement, end it with //, and put a line \"DELIMITER ;\" below.";

    private final String sql;
    private final String location;
    private final SqlSyntax base;
    private final Set<String> sectionNames;
    private final SqlLexer lexer;
    private final BlockTracker blocks;
    private final ClientCommands commands;
    private final List<ScriptStatement> statements = new ArrayList<>();
    private final List<ScriptComment> comments = new ArrayList<>();
    private final SortedMap<Integer, String> sections = new TreeMap<>();
    private final List<Integer> misread = new ArrayList<>();
    private SessionModes modes;
    private String section = "";
    private int start = -1;
    private int last;
    private int executable = -1;

    private SqlSplitter(String sql, SqlSyntax syntax, Set<String> sectionNames, String location) {
        this.sql = sql;
        this.location = location;
        this.base = syntax;
        this.sectionNames = sectionNames;
        this.lexer = new SqlLexer(sql, syntax);
        this.blocks = new BlockTracker(syntax.blocks());
        this.commands = new ClientCommands(sql, syntax);
        this.modes = new SessionModes(syntax);
    }

    /**
     * Returns the statements of a script.
     *
     * @param sql the script
     * @param syntax how the database reads it
     * @param location the file, for messages
     * @throws RetortException if a quote, comment or body is not closed, or the script contains commands of a client
     */
    public static List<ScriptStatement> split(String sql, SqlSyntax syntax, String location) {
        return script(sql, syntax, Set.of(), location).statements();
    }

    /**
     * Returns the statements of a script with sections. Each section begins at a comment line that contains only its
     * name.
     *
     * @param sql the script
     * @param syntax how the database reads it
     * @param sectionNames the names of the sections, in lower case
     * @param location the file, for messages
     * @throws RetortException as for {@link #split}
     */
    public static Script script(String sql, SqlSyntax syntax, Set<String> sectionNames, String location) {
        SqlSplitter splitter = new SqlSplitter(sql, syntax, sectionNames, location);
        splitter.run();
        return new Script(splitter.statements, splitter.sections, splitter.comments);
    }

    /**
     * A script that is split into statements.
     *
     * @param statements the statements, in order
     * @param sections the names of the sections by the positions of their lines
     * @param comments the other comments that begin with two dashes, in order
     */
    public record Script(
            List<ScriptStatement> statements, SortedMap<Integer, String> sections, List<ScriptComment> comments) {}

    /** Returns the line of a position, from 1. */
    public static int line(String sql, int position) {
        int line = 1;
        for (int end = sql.indexOf('\n'); end >= 0 && end < position; end = sql.indexOf('\n', end + 1)) {
            line++;
        }
        return line;
    }

    private void run() {
        while (lexer.advance()) {
            switch (lexer.kind()) {
                case SPACE -> {
                    // significant only between tokens
                }
                case COMMENT -> comment();
                case SEMICOLON -> semicolon();
                case DELIMITER -> finish();
                default -> token();
            }
        }
        endOfSection();
    }

    private void comment() {
        if (lexer.isUnclosed()) {
            throw wrong(lexer.start(), "opens a comment with /* and does not close it", commentAdvice());
        }
        if (base.has(Feature.SPLIT_BY_DRIVER) && sql.startsWith("/*/", lexer.start())) {
            misread.add(lexer.start());
        }
        String name = sectionName();
        if (name != null) {
            endOfSection();
            sections.put(lexer.start(), name);
            section = name;
            lexer.endStatementsWith(null);
            lexer.read(base);
            modes = new SessionModes(base);
        } else if (sql.startsWith("--", lexer.start())) {
            String text = sql.substring(lexer.start() + 2, lexer.end()).strip();
            comments.add(new ScriptComment(text, lexer.start(), statements.size(), isTrailing(), start >= 0, section));
        }
    }

    private boolean isTrailing() {
        int line = sql.lastIndexOf('\n', lexer.start()) + 1;
        return !sql.substring(line, lexer.start()).isBlank();
    }

    private String commentAdvice() {
        return base.has(Feature.NESTED_COMMENTS)
                ? "Close it with */. In this database comments can be nested, and each needs its own */."
                : "Close it with */.";
    }

    private @Nullable String sectionName() {
        int from = lexer.start();
        boolean line = sql.startsWith("--", from) && (from == 0 || sql.charAt(from - 1) == '\n');
        if (!line || sectionNames.isEmpty()) {
            return null;
        }
        String name = sql.substring(from + 2, lexer.end()).strip().toLowerCase(Locale.ROOT);
        return sectionNames.contains(name) ? name : null;
    }

    private void token() {
        if (commands.isLineStart(lexer.start()) && command()) {
            return;
        }
        if (base.has(Feature.SPLIT_BY_DRIVER)) {
            requireOnePiece();
        }
        commands.refuseBackslash(lexer, this::wrong);
        modes.requireKnown(lexer, sql, this::wrong);
        if (lexer.isUnclosed()) {
            throw unclosed();
        }
        if (start < 0) {
            start = lexer.start();
        }
        last = lexer.end();
        lexer.atStatementStart(false);
        if (lexer.isExecutable() && executable < 0) {
            executable = lexer.start();
        } else if (!lexer.isExecutable()) {
            executable = -1;
        }
        blocks.take(lexer);
    }

    /** The driver does not recognize an escape in a later literal of a string. */
    private void requireOnePiece() {
        if (lexer.kind() == SqlLexer.Kind.STRING && lexer.hasEscapedQuoteInLaterPiece()) {
            throw wrong(
                    lexer.start(),
                    "has a string in several parts, and a later part has a backslash before a quote, which the JDBC"
                            + " driver misreads",
                    "Write the string in one part, or double the quote.");
        }
    }

    /** A line with a client command, which Retort either follows or refuses. */
    private boolean command() {
        boolean fresh = start < 0;
        if (fresh && base.has(Feature.DELIMITER) && lexer.is("delimiter")) {
            int end = endOfLine();
            String argument = commands.delimiter(lexer.end(), end, this::wrong);
            lexer.endStatementsWith(argument.equals(";") ? null : argument);
            lexer.skipTo(end);
            return true;
        }
        if (base.has(Feature.BATCHES) && lexer.is("go") && commands.isAlone(lexer)) {
            endOfBatch();
            return true;
        }
        commands.refuse(lexer, fresh, this::wrong);
        return false;
    }

    private int endOfLine() {
        int end = sql.indexOf('\n', lexer.start());
        return end < 0 ? sql.length() : end;
    }

    private RetortException unclosed() {
        char first = sql.charAt(lexer.start());
        String sign = first == '$' ? sql.substring(lexer.start(), sql.indexOf('$', lexer.start() + 1) + 1) : quote();
        String escapes = lexer.syntax().has(Feature.BACKSLASH_ESCAPES)
                ? "a backslash escapes a quote"
                : "a backslash does not escape one";
        return wrong(
                lexer.start(),
                "opens " + sign + " and does not close it",
                "Close it. Inside quotes, write a quote twice; " + escapes + ".");
    }

    private String quote() {
        int at = lexer.start();
        while ("'\"`[".indexOf(sql.charAt(at)) < 0) {
            at++;
        }
        return sql.substring(at, at + 1);
    }

    private void semicolon() {
        if (start < 0) {
            return;
        }
        if (lexer.isExecutable()) {
            requireDelimiter(executable, "has a semicolon inside a comment that is executed");
            last = lexer.end();
            return;
        }
        boolean inside = base.has(Feature.SEMICOLONS_IN_PARENTHESES) && blocks.isInParentheses();
        if (!inside) {
            blocks.takeSemicolon();
        }
        if (blocks.needsDelimiter()) {
            requireDelimiter(start, "begins a body whose end only the database can determine");
            inside = true;
        }
        if (inside || blocks.isOpen()) {
            last = lexer.end();
        } else {
            finish();
        }
    }

    private void requireDelimiter(int position, String what) {
        if (lexer.delimiter() == null) {
            throw wrong(position, what, DELIMIT);
        }
    }

    private void finish() {
        if (start >= 0) {
            add(forDriver());
        }
        start = -1;
        misread.clear();
        executable = -1;
        blocks.reset();
        lexer.atStatementStart(true);
    }

    /** The statement, with a blank in each comment whose end the driver would miss. */
    private String forDriver() {
        StringBuilder text = new StringBuilder();
        int from = start;
        for (int comment : misread) {
            if (comment > start && comment < last) {
                text.append(sql, from, comment + 2).append(' ');
                from = comment + 2;
            }
        }
        return from == start
                ? sql.substring(start, last)
                : text.append(sql, from, last).toString();
    }

    private void add(String text) {
        commands.refuseStatement(text, lexer.syntax(), start, this::wrong);
        statements.add(new ScriptStatement(text, start, last, section));
        lexer.read(modes.after(text, lexer.syntax(), start));
    }

    private void endOfBatch() {
        boolean semicolon = start >= 0 && base.has(Feature.BATCHES) && sql.charAt(last - 1) == ';';
        last -= semicolon && !blocks.needsEnd() ? 1 : 0;
        blocks.forgetVariables();
        finish();
    }

    private void endOfSection() {
        if (start >= 0 && blocks.needsEnd()) {
            throw wrong(
                    start,
                    "begins a body that has no \"" + blocks.innermost() + "\"",
                    "Write " + blocks.innermost() + "; after it."
                            + (base.has(Feature.DELIMITER) ? " If it is there: " + DELIMIT : ""));
        }
        endOfBatch();
    }

    private RetortException wrong(int position, String what, String action) {
        int line = line(sql, position);
        return new RetortException("Line " + line + " of the revision in " + location + " " + what + ".", action)
                .at(FailureLocation.inFile(location, line));
    }
}
