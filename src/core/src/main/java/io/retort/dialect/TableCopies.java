package io.retort.dialect;

import java.util.List;
import java.util.regex.Pattern;

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
public record TableCopies(Pattern suffix, String tables, List<String> renames, String views) {

    public TableCopies {
        renames = List.copyOf(renames);
    }
}
