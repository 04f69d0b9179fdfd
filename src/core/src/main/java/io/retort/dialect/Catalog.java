package io.retort.dialect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a product tells what there is, exactly enough to learn whether a statement happened: each row is the same before and
 * after unless a statement changed something. Text only; who sends it is not said here.
 *
 * @param views the views, each row of which is a fact
 * @param leftOut the names, in lower case, of columns that move without a change to the schema: counters, statistics
 * @param schemas a query for the names of all schemas
 * @param show the command that shows a table more exactly than views; empty if there is none
 */
public record Catalog(List<View> views, Set<String> leftOut, String schemas, Optional<Show> show) {

    /** The column of a view that is true for what was left behind by a statement that did not come to its end. */
    public static final String UNFINISHED = "unfinished";

    public Catalog {
        views = List.copyOf(views);
        leftOut = Set.copyOf(leftOut);
    }

    /**
     * One view.
     *
     * @param name the view, or a query in parentheses with a name after it
     * @param schema its column with a schema's name
     * @param table its column with the name of the table, view or sequence; null if its rows belong to none
     */
    public record View(String name, String schema, @Nullable String table) {}

    /**
     * A command that shows one table.
     *
     * @param command the command up to the table's name; the second column of its answer is the text
     * @param tables a query for the names of all tables of the schema that is its parameter
     * @param counter what moves in the text without a change to the schema
     * @param missing the SQL state that says that there is no such table
     * @param broken the error code for a view of something that is not there any more
     */
    public record Show(String command, String tables, Pattern counter, String missing, int broken) {}

    /**
     * What is left of a product that changes a table by copying it when its process dies meanwhile: the copy beside the table, or,
     * for a moment, the copy alone. Text only; who sends it is not said here.
     *
     * @param suffix what follows the table's name in the copy's
     * @param tables a query for the names of the tables of the schema that is its parameter
     * @param renames queries for the statements that give what belongs to a copy the names that it is to have; their parameters
     *     are the schema and what the present names begin with
     * @param views a query for the statements that let views look again for a table that was not there; one may fail, because
     *     its view lacks more than that
     */
    public record Copies(Pattern suffix, String tables, List<String> renames, String views) {

        public Copies {
            renames = List.copyOf(renames);
        }
    }
}
