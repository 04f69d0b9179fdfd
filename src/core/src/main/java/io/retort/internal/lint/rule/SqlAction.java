package io.retort.internal.lint.rule;

import io.retort.schema.QualifiedName;

/**
 * A hand-written statement for which there is no operation.
 *
 * @param kind its kind
 * @param table its table
 */
public record SqlAction(Kind kind, QualifiedName table) {

    /** The kind of a statement. */
    public enum Kind {
        /** {@code update}. */
        UPDATE,
        /** {@code delete}. */
        DELETE,
        /** {@code truncate}. */
        TRUNCATE,
        /** {@code reindex} without {@code concurrently}; the table can be an index. */
        REINDEX,
        /** {@code create trigger}. */
        CREATE_TRIGGER,
        /** {@code create table … partition of}. */
        PARTITION_OF,
        /** {@code alter table … detach partition}. */
        DETACH_PARTITION,
        /** {@code alter table … add constraint … exclude}. */
        EXCLUSION,
        /** {@code alter table … validate constraint}. */
        VALIDATE,
        /** {@code alter table … convert to character set}. */
        CONVERT_CHARACTER_SET,
        /** {@code drop index} without {@code concurrently}, of a table that is not known; the name is that of the index. */
        DROP_INDEX,
        /** A part of a statement of which the reader does not know what it does. */
        UNKNOWN,
        /** {@code alter table … modify column}, or another change of a type whose former type is unknown. */
        CHANGE_TYPE
    }
}
