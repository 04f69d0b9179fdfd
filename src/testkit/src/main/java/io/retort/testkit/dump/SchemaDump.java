package io.retort.testkit.dump;

import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Everything in a database, as the product's own tools tell it: schemas, tables, sequences, types and rows. */
public final class SchemaDump {

    /**
     * As the tools write it: {@code column public.item 2 name}, {@code item: 2 `name`}, {@code CREATE TABLE "ITEM"( 2 "NAME"},
     * {@code CREATE MEMORY TABLE PUBLIC.ITEM 2 NAME}.
     */
    private static final Pattern PLACE = Pattern.compile(
            "^(column \\S+|[^:]+:|CREATE .*\\(|CREATE MEMORY TABLE \\S+)" + " \\d+(?= )|^(owned .* by \\S+) \\d+$");

    private final Pattern name;
    private final List<String> lines;

    private SchemaDump(Pattern name, List<String> lines) {
        this.name = name;
        this.lines = lines.stream().sorted().toList();
    }

    /**
     * Reads a database.
     *
     * @throws IllegalArgumentException for a product whose tools nobody has needed yet
     */
    public static SchemaDump of(TestDb db) throws SQLException {
        Tool tool = switch (db.database()) {
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

    /** In alphabetical order; a column's line has its place in the table. */
    public List<String> lines() {
        return lines;
    }

    /** Leaves out what is about a table, which is named nowhere else. */
    public SchemaDump without(String table) {
        return new SchemaDump(
                name,
                lines.stream()
                        .filter(line -> !line.toLowerCase(Locale.ROOT).contains(table))
                        .toList());
    }

    /**
     * Hides the names of constraints and indexes that nobody gave: they were counted by the database or hashed by a tool,
     * and nobody relies on them.
     *
     * @param given the names that stay, as a regular expression for a whole name in any case
     */
    public SchemaDump naming(String given) {
        Pattern stay = Pattern.compile(given, Pattern.CASE_INSENSITIVE);
        return new SchemaDump(
                name, lines.stream().map(line -> naming(line, stay)).toList());
    }

    /** Hides the places of columns in their tables, which a column that went and came back does not get again. */
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
