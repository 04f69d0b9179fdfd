package io.retort.diff.internal.model;

import io.retort.internal.sql.SqlToken;
import io.retort.internal.sql.SqlValues;
import io.retort.internal.sql.TokenCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The type text of a column as Hibernate renders it. It can be a {@code columnDefinition} with further clauses.
 *
 * @param type the type, or the whole text if it contains clauses that are not supported here
 * @param defaultValue the SQL after {@code default}; null if the definition has no default
 * @param notNull whether it contains {@code not null}
 * @param collation the name after {@code collate}; null if the definition has no collation
 * @param unique whether it contains {@code unique}
 * @param checks the expressions of its check constraints by name, with an empty name for unnamed ones
 */
record ColumnDefinition(
        String type,
        @Nullable String defaultValue,
        boolean notNull,
        @Nullable String collation,
        boolean unique,
        List<Map.Entry<String, String>> checks) {

    /** The keywords that end a type, outside quotes and parentheses. */
    private static final List<List<String>> KEYWORDS = Stream.of(
                    "default",
                    "not null",
                    "null",
                    "collate",
                    "check",
                    "unique",
                    "primary key",
                    "references",
                    "generated",
                    "as",
                    "comment",
                    "constraint",
                    "auto_increment",
                    "identity",
                    "on update",
                    "invisible",
                    "character set",
                    "charset")
            .map(keyword -> List.of(keyword.split(" ")))
            .toList();

    private static final Set<String> UNDERSTOOD =
            Set.of("", "default", "not null", "null", "collate", "unique", "check", "constraint");

    ColumnDefinition {
        checks = List.copyOf(checks);
    }

    static ColumnDefinition parse(String text) {
        List<Map.Entry<String, String>> clauses = clauses(text);
        if (!clauses.stream().allMatch(ColumnDefinition::isUnderstood)) {
            return new ColumnDefinition(text.strip(), null, false, null, false, List.of());
        }
        Map<String, String> parts = new HashMap<>();
        clauses.forEach(clause -> parts.put(clause.getKey(), clause.getValue()));
        return new ColumnDefinition(
                parts.getOrDefault("", ""),
                parts.get("default"),
                parts.containsKey("not null"),
                unquoted(parts.get("collate")),
                parts.containsKey("unique"),
                checks(clauses));
    }

    private static boolean isUnderstood(Map.Entry<String, String> clause) {
        String text = clause.getValue();
        return UNDERSTOOD.contains(clause.getKey())
                && switch (clause.getKey()) {
                    case "unique" -> text.isEmpty() || text.equalsIgnoreCase("key");
                    case "check" -> text.startsWith("(") && text.indexOf(')', text.length() - 1) >= 0;
                    default -> true;
                };
    }

    /** The check constraints; a name precedes its constraint. */
    private static List<Map.Entry<String, String>> checks(List<Map.Entry<String, String>> clauses) {
        List<Map.Entry<String, String>> checks = new ArrayList<>();
        String name = "";
        for (Map.Entry<String, String> clause : clauses) {
            if (clause.getKey().equals("check")) {
                String text = clause.getValue();
                checks.add(Map.entry(name, text.substring(1, text.length() - 1).strip()));
            }
            name = clause.getKey().equals("constraint") ? clause.getValue() : "";
        }
        return checks;
    }

    private static @Nullable String unquoted(@Nullable String collation) {
        List<SqlToken> tokens = SqlValues.tokens(collation == null ? "" : collation);
        return tokens.size() == 1 ? tokens.get(0).name() : collation;
    }

    /** Each keyword with the text up to the next one; the type itself has an empty keyword. */
    private static List<Map.Entry<String, String>> clauses(String text) {
        List<Map.Entry<String, String>> clauses = new ArrayList<>();
        TokenCursor cursor = new TokenCursor(SqlValues.tokens(text));
        String word = "";
        int start = 0;
        int depth = 0;
        while (!cursor.atEnd()) {
            int before = cursor.peek().start();
            String keyword = depth > 0 ? "" : keyword(cursor);
            boolean valueOfDefault =
                    word.equals("default") && text.substring(start, before).isBlank();
            if (keyword.isEmpty()) {
                SqlToken token = cursor.take();
                depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            } else if (!valueOfDefault) {
                clauses.add(Map.entry(word, text.substring(start, before).strip()));
                word = keyword;
                start = cursor.position();
            }
        }
        clauses.add(Map.entry(word, text.substring(start).strip()));
        return clauses;
    }

    /** Skips a keyword and returns it; empty if none comes next. */
    private static String keyword(TokenCursor cursor) {
        return KEYWORDS.stream()
                .filter(words -> cursor.take(words.toArray(String[]::new)))
                .findFirst()
                .map(words -> String.join(" ", words))
                .orElse("");
    }
}
