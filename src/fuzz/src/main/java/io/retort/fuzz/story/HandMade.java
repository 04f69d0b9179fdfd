package io.retort.fuzz.story;

/**
 * A hand-made object: one that was created directly in the database, unknown to entities and revisions.
 *
 * @param kind the kind of the object
 * @param entity the uid of the entity on whose table it is
 * @param attribute the uid of the attribute on whose column it is; 0 for the id
 * @param number makes its name unique
 */
public record HandMade(Kind kind, int entity, int attribute, int number) {

    /** The kinds of hand-made objects. */
    public enum Kind {
        INDEX,
        UNIQUE_INDEX,
        /** Over the rows that have a value. */
        PARTIAL_INDEX,
        UNIQUE,
        CHECK,
        FOREIGN_KEY,
        DEFAULT,
        COLUMN_COMMENT,
        TABLE_COMMENT,
        /** Ids that go up by more than one. */
        IDENTITY_OPTION,
        GRANT,
        POLICY,
        VIEW,
        MATERIALIZED_VIEW,
        TRIGGER,
        TABLE,
        COLUMN;

        /** Returns whether it is about the table and its id, whichever column is chosen. */
        public boolean isAboutTable() {
            return switch (this) {
                case FOREIGN_KEY, TABLE_COMMENT, IDENTITY_OPTION, TRIGGER, TABLE, COLUMN -> true;
                default -> false;
            };
        }
    }

    /** Returns the name of the object, or the text of the comment or default, which identifies it. */
    public String mark() {
        return kind == Kind.IDENTITY_OPTION ? "by " + number : "hand_made_" + number;
    }
}
