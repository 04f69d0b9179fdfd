package io.retort.run.source.text;

import io.retort.error.RetortException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes SQL text apart at the semicolons that end statements: not those in strings, quoted names, comments, PostgreSQL's
 * dollar quotes, or the body of a routine between {@code begin atomic} and {@code end}.
 *
 * <p>Comments before a statement are left out, those inside it are kept.
 */
public final class SqlSplitter {

    private static final Pattern TOKEN = Pattern.compile("(?s)(?<comment>--[^\\n]*|/\\*.*?(?:\\*/|$))"
            + "|(?<text>'[^']*+(?:''[^']*+)*+(?:'|$)|\"[^\"]*+(?:\"\"[^\"]*+)*+(?:\"|$)|`[^`]*+(?:`|$))"
            + "|(?<dollar>(?<tag>\\$(?:[A-Za-z_][A-Za-z0-9_]*)?\\$).*?(?:\\k<tag>|$))"
            + "|(?<foreign>(?<=\\n|^)[ \\t]*(?i:GO|/|DELIMITER[ \\t]+\\S+|\\\\(?:[a-z][^\\n]*|\\.)|<{7}[^\\n]*|={7}|>{7}[^\\n]*)[ \\t]*(?=\\n|$))"
            + "|(?<end>;)"
            + "|(?<word>[A-Za-z_][A-Za-z0-9_$]*)"
            + "|(?<space>\\n|[^\\S\\n]+)"
            + "|(?<other>.)");

    /** The numbers of the groups: looking up their names for every word would take longer than the rest. */
    private static final int COMMENT = 1;

    private static final int TEXT = 2;
    private static final int DOLLAR = 3;
    private static final int TAG = 4;
    private static final int FOREIGN = 5;
    private static final int END = 6;
    private static final int WORD = 7;
    private static final int SPACE = 8;

    private final List<String> statements = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private String lastWord = "";
    private int depth;
    private int start;

    private final String sql;
    private final String location;

    private SqlSplitter(String sql, String location) {
        this.sql = sql;
        this.location = location;
    }

    /**
     * The statements in a text.
     *
     * @param location the file, for messages
     * @throws RetortException if a quote, comment or body is not closed, or a line is meant for another program
     */
    public static List<String> statements(String sql, String location) {
        return List.copyOf(split(sql, location).statements);
    }

    /** How many line ends stand before each statement. */
    public static List<Integer> lines(String sql, String location) {
        List<Integer> lines = new ArrayList<>();
        int line = 0;
        int position = 0;
        for (int start : split(sql, location).starts) {
            line += (int) sql.substring(position, start)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            position = start;
            lines.add(line);
        }
        return lines;
    }

    private static SqlSplitter split(String sql, String location) {
        SqlSplitter splitter = new SqlSplitter(sql, location);
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            splitter.take(matcher);
        }
        splitter.requireEnd();
        splitter.finish();
        return splitter;
    }

    private void take(Matcher token) {
        if (is(token, COMMENT) || is(token, TEXT) || is(token, DOLLAR)) {
            requireClosed(token);
        }
        if (is(token, FOREIGN)) {
            throw foreign(token);
        }
        boolean blank = is(token, COMMENT) || is(token, SPACE);
        if (blank && current.isEmpty()) {
            return;
        }
        if (is(token, END) && depth == 0) {
            finish();
            return;
        }
        if (is(token, WORD)) {
            word(token.group());
        }
        if (current.isEmpty()) {
            start = token.start();
        }
        current.append(sql, token.start(), token.end());
    }

    private static boolean is(Matcher token, int group) {
        return token.start(group) >= 0;
    }

    private void word(String word) {
        if (word.equalsIgnoreCase("atomic") && lastWord.equalsIgnoreCase("begin")) {
            depth++;
        } else if (depth > 0 && word.equalsIgnoreCase("case")) {
            depth++;
        } else if (depth > 0 && word.equalsIgnoreCase("end")) {
            depth--;
        }
        lastWord = word;
    }

    private void requireClosed(Matcher token) {
        String text = token.group();
        String dollar = token.group(TAG);
        boolean open;
        if (is(token, COMMENT)) {
            open = text.startsWith("/*") && (text.length() < 4 || !text.endsWith("*/"));
        } else if (dollar != null) {
            open = text.length() < 2 * dollar.length() || !text.endsWith(dollar);
        } else {
            open = text.length() < 2 || text.charAt(0) != text.charAt(text.length() - 1);
        }
        if (open) {
            String sign = dollar != null ? dollar : text.substring(0, text.startsWith("/*") ? 2 : 1);
            throw wrong(
                    token.start(),
                    "opens " + sign + " and never closes it",
                    "Close it. Inside quotes a quote is written twice; a backslash does not hide one.");
        }
    }

    private void requireEnd() {
        if (depth > 0) {
            throw wrong(start, "begins a body with \"begin atomic\" that has no \"end\"", "Write the end; after it.");
        }
    }

    private RetortException foreign(Matcher token) {
        String text = token.group().strip();
        boolean conflict = text.startsWith("<<<<<<<") || text.startsWith("=======") || text.startsWith(">>>>>>>");
        return wrong(
                token.end() - 1,
                conflict
                        ? "is left over from a merge of two versions of the file: " + text
                        : "is no SQL but a command to a database's own client: " + text,
                conflict
                        ? "Decide which lines stay, and delete the marks."
                        : "Leave it out: a semicolon ends a statement. A routine whose body holds semicolons is said by op.execute"
                                + " in a Java revision, where no delimiter is needed.");
    }

    private RetortException wrong(int position, String what, String action) {
        return new RetortException(
                "Line " + SqlText.line(sql, position) + " of the revision in " + location + " " + what + ".", action);
    }

    private void finish() {
        String statement = current.toString().strip();
        if (!statement.isEmpty()) {
            statements.add(statement);
            starts.add(start);
        }
        current.setLength(0);
        depth = 0;
    }
}
