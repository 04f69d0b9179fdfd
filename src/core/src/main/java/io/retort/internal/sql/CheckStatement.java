package io.retort.internal.sql;

import io.retort.internal.sql.SqlLexer.Kind;
import io.retort.schema.QualifiedName;
import io.retort.sql.SqlSyntax;
import io.retort.sql.SqlSyntax.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recognises statements that fail if rows meet a condition, and reads the message from them. Most products cannot
 * report the message of such a statement.
 */
public final class CheckStatement {

    private static final String TABLE = "retort_table";
    private static final String CONDITION = "retort_condition";
    private static final String MESSAGE = "retort_message";
    private static final String BODY = "$retort$";

    private final SqlSyntax syntax;
    private final List<SqlToken> beforeTable;
    private final List<SqlToken> beforeCondition;
    private final List<SqlToken> afterCondition;

    /** Writes such a statement. */
    @FunctionalInterface
    public interface StatementTemplate {
        /** Returns the statement. */
        String of(QualifiedName table, String condition, String message);
    }

    /**
     * Creates the pattern of a product's statements.
     *
     * @param template writes a statement
     * @param syntax how the product reads it
     */
    public CheckStatement(StatementTemplate template, SqlSyntax syntax) {
        this.syntax = syntax;
        List<SqlToken> tokens = tokens(template.of(QualifiedName.parse(TABLE), CONDITION, MESSAGE));
        int table = position(tokens, TABLE);
        int condition = position(tokens, CONDITION);
        this.beforeTable = tokens.subList(0, table);
        this.beforeCondition = tokens.subList(table + 1, condition);
        this.afterCondition = tokens.subList(condition + 1, tokens.size());
    }

    private static int position(List<SqlToken> tokens, String name) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the statement does not contain " + name);
    }

    /** The tokens, including those of a procedure's body. */
    private List<SqlToken> tokens(String sql) {
        List<SqlToken> tokens = new ArrayList<>();
        for (SqlToken token : SqlToken.of(sql, syntax)) {
            String text = token.text();
            if (token.kind() == Kind.STRING && text.startsWith(BODY) && text.length() >= 2 * BODY.length()) {
                tokens.addAll(SqlToken.of(text.substring(BODY.length(), text.length() - BODY.length()), syntax));
            } else {
                tokens.add(token);
            }
        }
        return tokens;
    }

    /** Returns the message of a statement; empty if it is another statement. */
    public Optional<String> message(String sql) {
        if (!SqlToken.first(sql, syntax, 1).stream()
                .allMatch(first -> first.is(beforeTable.get(0).text()))) {
            return Optional.empty();
        }
        List<SqlToken> tokens = tokens(sql);
        List<String> messages = new ArrayList<>();
        int end = tokens.size() - afterCondition.size();
        boolean complete = end > beforeTable.size()
                && match(tokens, 0, beforeTable, messages)
                && match(tokens, end, afterCondition, messages)
                && hasCondition(tokens.subList(beforeTable.size(), end));
        return complete ? messages.stream().findFirst() : Optional.empty();
    }

    private boolean hasCondition(List<SqlToken> tokens) {
        for (int i = 1; i + beforeCondition.size() < tokens.size(); i++) {
            if (match(tokens, i, beforeCondition, new ArrayList<>())) {
                return tokens.subList(0, i).stream().allMatch(token -> token.isName() || token.is("."));
            }
        }
        return false;
    }

    private boolean match(List<SqlToken> tokens, int from, List<SqlToken> pattern, List<String> messages) {
        for (int i = 0; i < pattern.size(); i++) {
            SqlToken expected = pattern.get(i);
            SqlToken token = tokens.get(from + i);
            if (expected.kind() == Kind.STRING && token.kind() == Kind.STRING) {
                if (!match(value(expected), value(token), messages)) {
                    return false;
                }
            } else if (!token.text().equalsIgnoreCase(expected.text())) {
                return false;
            }
        }
        return true;
    }

    private static boolean match(String expected, String found, List<String> messages) {
        int message = expected.indexOf(MESSAGE);
        if (message < 0) {
            return expected.equals(found);
        }
        if (!found.startsWith(expected.substring(0, message))) {
            return false;
        }
        messages.add(found.substring(message));
        return true;
    }

    private String value(SqlToken token) {
        String text = token.text();
        int quote = text.indexOf('\'');
        if (quote < 0 || text.length() < quote + 2) {
            return text;
        }
        String inside = text.substring(quote + 1, text.length() - 1).replace("''", "'");
        return quote > 0 || syntax.has(Feature.BACKSLASH_ESCAPES) ? inside.replace("\\\\", "\\") : inside;
    }
}
