package io.retort.internal.dialect.mysql;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table as shown by {@code show create table}.
 *
 * @param lines its columns, keys and constraints, one per line
 */
record ShownTable(List<String> lines) {

    private static final Pattern CHECK = Pattern.compile("(.*?)( CHECK \\(.*\\))");

    /** An attribute of a column that a new definition must repeat. */
    private static final Pattern INVISIBLE = Pattern.compile("(?i)\\bINVISIBLE\\b");

    ShownTable {
        lines = List.copyOf(lines);
    }

    /** Returns the command that shows a table, whose name is given as SQL. */
    static String command(String table) {
        return "show create table " + table;
    }

    /** Returns the table of the text that the command shows. */
    static ShownTable of(String text) {
        return new ShownTable(Arrays.stream(text.split("\\R"))
                .map(line -> line.strip().replaceFirst(",$", ""))
                .toList());
    }

    private static final Pattern INDEX =
            Pattern.compile("(?:PRIMARY KEY|(?:UNIQUE )?KEY `((?:[^`]|``)+)`) \\((.*)\\).*");

    private static final Pattern FOREIGN_KEY =
            Pattern.compile("CONSTRAINT `((?:[^`]|``)+)` FOREIGN KEY \\((.*?)\\) REFERENCES .*");

    private static final Pattern NAME = Pattern.compile("`((?:[^`]|``)+)`");

    /** The name of the primary key among the indexes. */
    static final String PRIMARY = "PRIMARY";

    /** Returns the stored columns of the indexes by stored names. */
    Map<String, List<String>> indexes() {
        return columns(INDEX);
    }

    /** Returns the stored columns of the foreign keys by stored names. */
    Map<String, List<String>> foreignKeys() {
        return columns(FOREIGN_KEY);
    }

    private Map<String, List<String>> columns(Pattern pattern) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String line : lines) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.matches()) {
                String name = matcher.group(1);
                List<String> columns = NAME.matcher(matcher.group(2))
                        .results()
                        .map(column -> column.group(1).replace("``", "`"))
                        .toList();
                found.put(name == null ? PRIMARY : name.replace("``", "`"), columns);
            }
        }
        return found;
    }

    private static String quoted(String stored) {
        return '`' + stored.replace("`", "``") + '`';
    }

    boolean hasConstraint(String stored) {
        return lines.stream()
                .anyMatch(line -> line.regionMatches(
                        true,
                        0,
                        "CONSTRAINT " + quoted(stored) + " ",
                        0,
                        quoted(stored).length() + 12));
    }

    /** Returns the definition of a column. */
    Optional<String> column(String stored) {
        return lines.stream()
                .filter(line -> line.regionMatches(
                        true, 0, quoted(stored) + " ", 0, quoted(stored).length() + 1))
                .findFirst();
    }

    /** Returns the definition of a column without its check constraint; empty if the column has no check constraint. */
    Optional<String> withoutCheck(String stored) {
        return column(stored).map(CHECK::matcher).filter(Matcher::matches).map(found -> found.group(1));
    }

    /** Returns what a new definition of a column must repeat, so that nothing is lost. */
    String attributes(String stored) {
        return column(stored)
                .map(line -> {
                    Matcher check = CHECK.matcher(line);
                    boolean checked = check.matches();
                    String plain = checked ? check.group(1) : line;
                    boolean json = checked && check.group(2).contains("json_valid(");
                    return (INVISIBLE
                                            .matcher(plain.replaceAll("'(?:[^']|'')*+'", ""))
                                            .find()
                                    ? " invisible"
                                    : "")
                            + (checked && !json ? check.group(2) : "");
                })
                .orElse("");
    }

    /**
     * Returns whether an index consists of exactly these columns, and no other foreign key starts with the first of
     * them.
     */
    boolean hasOwnIndex(String index, List<String> columns) {
        String names = columns.stream()
                .map(ShownTable::quoted)
                .reduce((a, b) -> a + "," + b)
                .orElse("");
        boolean there =
                lines.stream().anyMatch(line -> line.equalsIgnoreCase("KEY " + quoted(index) + " (" + names + ")"));
        long keys = lines.stream()
                .filter(line -> line.contains(" FOREIGN KEY (" + quoted(columns.get(0))))
                .count();
        return there && keys <= 1;
    }
}
