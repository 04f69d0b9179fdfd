package io.retort.dialect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The catalog views of a product that show every effect of DDL. Their rows before and after a statement are compared to
 * find out whether the statement took effect. This is SQL text only; other packages send it.
 *
 * @param views the views; each row is a fact
 * @param leftOut columns, in lower case, that change without DDL: counters, statistics
 * @param schemas a query for the names of all schemas
 * @param show a command that shows a table in more detail than the views; empty if the product has no such command
 */
public record Catalog(List<View> views, Set<String> leftOut, String schemas, Optional<Show> show) {

    /** A view's column that is true for objects that an unfinished statement left behind. */
    public static final String UNFINISHED = "unfinished";

    public Catalog {
        views = List.copyOf(views);
        leftOut = Set.copyOf(leftOut);
    }

    /**
     * One catalog view.
     *
     * @param name the view, or a query in parentheses with an alias
     * @param schema the column with the name of the schema
     * @param table the column with the name of the table, view or sequence; null if the rows belong to none
     */
    public record View(String name, String schema, @Nullable String table) {}

    /**
     * A command that shows one table.
     *
     * @param command the command up to the table's name; the second column of its result is the text
     * @param tables a query for the names of all tables of a schema; its parameter is the schema
     * @param counter matches parts of the text that change without DDL
     * @param missing the SQL state of a table that does not exist
     * @param broken the error code of a view that refers to an object which no longer exists
     */
    public record Show(String command, String tables, Pattern counter, String missing, int broken) {}

    /**
     * The remains of an interrupted table copy, on a product that alters tables by copying them. If its process dies,
     * the copy exists next to the table or, for a moment, instead of it. This is SQL text only; other packages send it.
     *
     * @param suffix matches what follows the table's name in the name of the copy
     * @param tables a query for the names of the tables of a schema; its parameter is the schema
     * @param renames queries for the statements that give the copy's objects their final names; their parameters are
     *     the schema and the prefix of the present names
     * @param views a query for the statements that make views valid again once their table exists. Such a statement can
     *     fail if its view lacks other objects, too
     */
    public record Copies(Pattern suffix, String tables, List<String> renames, String views) {

        public Copies {
            renames = List.copyOf(renames);
        }
    }
}
