package io.retort.schema;

/** What may stand inside {@code create table}: columns, constraints and a comment on the table. */
public sealed interface TableElement permits Column, Constraint, TableElement.Comment {

    /**
     * A comment on the table itself.
     *
     * @param text what it says
     */
    record Comment(String text) implements TableElement {}
}
