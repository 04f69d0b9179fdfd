package io.retort.internal.dialect.mysql;

import io.retort.internal.sql.SqlLexer.Kind;
import io.retort.internal.sql.SqlToken;
import io.retort.sql.SqlSyntax;
import io.retort.sql.SqlSyntax.Feature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * A table as shown by {@code show create table}.
 *
 * @param definitions its columns, keys and constraints
 */
record ShownTable(List<Definition> definitions) {

    /** A table that does not exist. */
    static final ShownTable MISSING = new ShownTable(List.of());

    /** The name of the primary key among the indexes. */
    static final String PRIMARY = "PRIMARY";

    /** The command quotes strings with apostrophes only. With the SQL mode ANSI_QUOTES, names have double quotes. */
    private static final SqlSyntax SYNTAX = MySqlSyntax.MARIADB.with(Feature.DOUBLE_QUOTED_STRINGS, false);

    ShownTable {
        definitions = List.copyOf(definitions);
    }

    /** Returns the command that shows a table, whose name is given as SQL. */
    static String command(String table) {
        return "show create table " + table;
    }

    /** Returns the table of the text that the command shows. */
    static ShownTable of(String text) {
        List<Definition> definitions = new ArrayList<>();
        List<SqlToken> tokens = new ArrayList<>();
        int depth = 0;
        for (SqlToken token : SqlToken.of(text, SYNTAX)) {
            depth -= token.is(")") ? 1 : 0;
            boolean ends = depth == 0 || depth == 1 && token.is(",");
            if (!ends) {
                tokens.add(token);
            } else if (!tokens.isEmpty()) {
                definitions.add(Definition.of(text, tokens));
                tokens.clear();
            }
            if (depth == 0 && token.is(")")) {
                break;
            }
            depth += token.is("(") ? 1 : 0;
        }
        return new ShownTable(definitions);
    }

    /** Returns the stored columns of the indexes by stored names. */
    Map<String, List<String>> indexes() {
        return columns(Definition::isIndex);
    }

    /** Returns the stored columns of the foreign keys by stored names. */
    Map<String, List<String>> foreignKeys() {
        return columns(Definition::isForeignKey);
    }

    private Map<String, List<String>> columns(Predicate<Definition> kind) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        definitions.stream()
                .filter(kind)
                .forEach(definition -> found.put(definition.name().orElse(PRIMARY), definition.listed()));
        return found;
    }

    boolean hasConstraint(String stored) {
        return definitions.stream().anyMatch(definition -> definition.isConstraint() && definition.isNamed(stored));
    }

    private Optional<Definition> column(String stored) {
        return definitions.stream()
                .filter(definition -> definition.isColumn() && definition.isNamed(stored))
                .findFirst();
    }

    /** Returns the definition of a column without its check constraint; empty if the column has no check constraint. */
    Optional<String> withoutCheck(String stored) {
        return column(stored).filter(column -> !column.check().isEmpty()).map(Definition::withoutCheck);
    }

    /** Returns what a new definition of a column must repeat, so that nothing is lost. */
    String attributes(String stored) {
        return column(stored)
                .map(column -> (column.has("INVISIBLE") ? " invisible" : "") + (column.isJson() ? "" : column.check()))
                .orElse("");
    }

    /** Returns whether an index that is not unique consists of exactly these columns. */
    boolean hasPlainIndex(String index, List<String> columns) {
        return definitions.stream()
                .anyMatch(definition ->
                        definition.starts("KEY") && definition.isNamed(index) && definition.isOf(columns));
    }

    /**
     * One definition.
     *
     * @param text the text
     * @param tokens the tokens of the text
     */
    record Definition(String text, List<SqlToken> tokens) {

        Definition {
            tokens = List.copyOf(tokens);
        }

        static Definition of(String text, List<SqlToken> tokens) {
            int start = tokens.get(0).start();
            String own = text.substring(start, tokens.get(tokens.size() - 1).end());
            return new Definition(own, SqlToken.of(own, SYNTAX));
        }

        boolean starts(String... words) {
            for (int i = 0; i < words.length; i++) {
                if (i >= tokens.size() || !tokens.get(i).is(words[i])) {
                    return false;
                }
            }
            return true;
        }

        boolean isIndex() {
            return starts("PRIMARY", "KEY") || starts("UNIQUE", "KEY") || starts("KEY");
        }

        boolean isConstraint() {
            return starts("CONSTRAINT");
        }

        boolean isForeignKey() {
            return isConstraint() && starts(2, "FOREIGN", "KEY");
        }

        private boolean starts(int from, String... words) {
            return from <= tokens.size() && new Definition(text, tokens.subList(from, tokens.size())).starts(words);
        }

        /** The command quotes the names of columns, unless {@code sql_quote_show_create} is off. */
        boolean isColumn() {
            SqlToken first = tokens.get(0);
            return first.kind() == Kind.QUOTED_NAME
                    || first.kind() == Kind.WORD
                            && tokens.size() > 1
                            && tokens.get(1).kind() == Kind.WORD
                            && !isPart();
        }

        private boolean isPart() {
            return isIndex() || isConstraint() || starts("FULLTEXT") || starts("SPATIAL") || starts("PERIOD");
        }

        /** Returns the stored name; empty for a primary key. */
        Optional<String> name() {
            int position = starts("UNIQUE", "KEY") ? 2 : starts("KEY") || isConstraint() ? 1 : 0;
            return starts("PRIMARY", "KEY") ? Optional.empty() : Optional.of(stored(tokens.get(position)));
        }

        boolean isNamed(String stored) {
            return name().filter(stored::equalsIgnoreCase).isPresent();
        }

        /** Returns the stored names in the first parentheses, without the lengths of prefixes. */
        List<String> listed() {
            List<String> names = new ArrayList<>();
            int depth = 0;
            for (SqlToken token : tokens) {
                depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
                if (depth == 1 && token.isName() && !token.is("DESC") && !token.is("ASC")) {
                    names.add(stored(token));
                } else if (depth == 0 && token.is(")")) {
                    break;
                }
            }
            return names;
        }

        /** Whether it consists of exactly these columns, without prefixes and without attributes. */
        boolean isOf(List<String> columns) {
            return tokens.get(tokens.size() - 1).is(")")
                    && tokens.stream().filter(token -> token.is("(")).count() == 1
                    && String.join("\n", listed()).equalsIgnoreCase(String.join("\n", columns));
        }

        boolean has(String word) {
            return tokens.stream().anyMatch(token -> token.is(word));
        }

        /** Returns the check constraint of a column with a space before it; empty if it has none. */
        String check() {
            OptionalInt start = checkStart();
            return start.isEmpty() ? "" : " " + text.substring(start.getAsInt());
        }

        /** Whether the check constraint is the one that the type {@code json} has by itself. */
        boolean isJson() {
            int start = checkStart().orElse(text.length());
            List<SqlToken> check =
                    tokens.stream().filter(token -> token.start() >= start).toList();
            return check.size() == 7 && check.get(2).is("json_valid");
        }

        String withoutCheck() {
            return text.substring(0, checkStart().orElseThrow()).strip();
        }

        /** A check constraint is the last part of the definition of a column. */
        private OptionalInt checkStart() {
            int depth = 0;
            for (SqlToken token : tokens) {
                depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
                if (depth == 0 && token.is("CHECK")) {
                    return OptionalInt.of(token.start());
                }
            }
            return OptionalInt.empty();
        }

        private static String stored(SqlToken token) {
            String text = token.text();
            char quote = text.charAt(0);
            return token.kind() == Kind.QUOTED_NAME
                    ? text.substring(1, text.length() - 1).replace("" + quote + quote, "" + quote)
                    : text;
        }
    }
}
