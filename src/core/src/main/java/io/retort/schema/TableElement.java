package io.retort.schema;

/** What may stand inside {@code create table}: columns, constraints, and what is about the table as a whole. */
public sealed interface TableElement permits Column, Constraint, TableElement.Comment, TableElement.Option {

    /**
     * A comment on the table itself.
     *
     * @param text what it says
     */
    record Comment(String text) implements TableElement {}

    /**
     * What makes the table one of another sort.
     *
     * @param words as they stand behind the columns, as {@code strict} on SQLite
     */
    record Option(String words) implements TableElement {}
}
