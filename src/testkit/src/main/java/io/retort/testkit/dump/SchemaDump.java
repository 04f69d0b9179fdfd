package io.retort.testkit.dump;

import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The content of a database as its own tools report it: schemas, tables, sequences, types and rows. */
public final class SchemaDump {

    /**
     * As written by the tools: {@code column public.item 2 name}, {@code item: 2 `name`},
     * {@code CREATE TABLE "ITEM"( 2 "NAME"}, {@code CREATE MEMORY TABLE PUBLIC.ITEM 2 NAME}.
     */
    private static final Pattern PLACE = Pattern.compile(
            "^(column (?:\"[^\"]+\"|[^\\s\"])+|[^:]+:|CREATE .*\\(|CREATE MEMORY TABLE \\w+\\.(?:\\w+|\"[^\"]+\"))"
                    + " \\d+(?= )|^(owned .* by .+) \\d+$");

    private final Pattern name;
    private final List<String> lines;

    private SchemaDump(Pattern name, List<String> lines) {
        this.name = name;
        this.lines = lines.stream().sorted().toList();
    }

    /**
     * Reads a database.
     *
     * @throws IllegalArgumentException if the product is not supported
     */
    public static SchemaDump of(TestDb db) throws SQLException {
        DumpTool tool = switch (db.database()) {
            case POSTGRESQL, POSTGRESQL_15 -> new PostgreSqlCatalog();
            case MARIADB, MYSQL -> new MySqlShow();
            case H2 -> new H2Script();
            case HSQLDB -> new HsqldbScript();
            case SQLITE -> new SqlitePragmas();
            default -> throw new IllegalArgumentException("No tool to dump " + db.server());
        };
        try (Connection connection = db.connect()) {
            return new SchemaDump(tool.name(), tool.lines(connection));
        }
    }

    /** Returns the lines, sorted. A column's line contains its position in the table. */
    public List<String> lines() {
        return lines;
    }

    /** Removes the lines about a table, whose name occurs nowhere else. */
    public SchemaDump without(String table) {
        return new SchemaDump(
                name,
                lines.stream()
                        .filter(line -> !line.toLowerCase(Locale.ROOT).contains(table))
                        .toList());
    }

    /**
     * Hides the generated names of constraints and indexes, which depend on counters and hashes.
     *
     * @param given matches the whole names that stay, ignoring case
     */
    public SchemaDump naming(String given) {
        Pattern stay = Pattern.compile(given, Pattern.CASE_INSENSITIVE);
        return new SchemaDump(
                name, lines.stream().map(line -> naming(line, stay)).toList());
    }

    /** Hides the positions of columns. A column that was dropped and added again has another one. */
    public SchemaDump withoutPlaces() {
        return new SchemaDump(
                name,
                lines.stream()
                        .map(PLACE::matcher)
                        .map(found -> found.replaceFirst("$1$2"))
                        .toList());
    }

    private String naming(String line, Pattern stay) {
        Matcher found = name.matcher(line);
        return found.find() && !stay.matcher(found.group(1)).matches()
                ? line.substring(0, found.start(1)) + "?" + line.substring(found.end(1))
                : line;
    }
}
