package io.retort.fuzz.story;

/**
 * Something that a person has made in the database, unknown to entities and revisions.
 *
 * @param kind what it is
 * @param entity the uid of the entity whose table it is on
 * @param attribute the uid of the attribute whose column it is about; 0 for the id
 * @param number what tells its name from others
 */
public record HandMade(Kind kind, int entity, int attribute, int number) {

    /** What can be made by hand. */
    public enum Kind {
        INDEX,
        UNIQUE_INDEX,
        CHECK,
        DEFAULT,
        COLUMN_COMMENT,
        VIEW,
        TRIGGER,
        TABLE,
        COLUMN
    }

    /** The name of the object, or the text of the comment or default by which it is found again. */
    public String mark() {
        return "hand_made_" + number;
    }
}
