package io.retort.diff.internal.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern WORD = Pattern.compile(
            "\\b(default|not\\s+null|null|collate|check|unique|primary\\s+key|references|generated|as|comment|constraint"
                    + "|auto_increment|identity|on\\s+update|invisible|character\\s+set|charset)\\b",
            Pattern.CASE_INSENSITIVE);

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
        return collation == null ? null : collation.replaceAll("^[\"`]|[\"`]$", "");
    }

    /** Each keyword with the text up to the next one; the type itself has an empty keyword. */
    private static List<Map.Entry<String, String>> clauses(String text) {
        List<Map.Entry<String, String>> clauses = new ArrayList<>();
        Matcher matcher = WORD.matcher(masked(text));
        String word = "";
        int start = 0;
        while (matcher.find()) {
            boolean valueOfDefault = word.equals("default")
                    && text.substring(start, matcher.start()).isBlank();
            if (!valueOfDefault) {
                clauses.add(
                        Map.entry(word, text.substring(start, matcher.start()).strip()));
                word = matcher.group(1).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
                start = matcher.end();
            }
        }
        clauses.add(Map.entry(word, text.substring(start).strip()));
        return clauses;
    }

    /** Masks everything in quotes or parentheses and keeps the length. */
    private static String masked(String text) {
        StringBuilder masked = new StringBuilder(text.length());
        int depth = 0;
        char quote = 0;
        for (char c : text.toCharArray()) {
            boolean closing = quote != 0 && c == quote;
            boolean opening = quote == 0 && (c == '\'' || c == '"' || c == '`');
            depth += quote == 0 && c == '(' ? 1 : quote == 0 && c == ')' ? -1 : 0;
            masked.append(quote != 0 || opening || depth > 0 || c == ')' ? '.' : c);
            quote = closing ? 0 : opening ? c : quote;
        }
        return masked.toString();
    }
}
