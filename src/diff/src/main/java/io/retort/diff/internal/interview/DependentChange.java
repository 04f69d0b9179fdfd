package io.retort.diff.internal.interview;

import io.retort.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A change of a table or a column that prevents the revision or breaks an object that depends on it, such as a view.
 *
 * @param kind the kind of the object, such as {@code view}
 * @param object the name of the object, as typed
 * @param sentence what depends on what, and what the revision does to it
 * @param breaks whether the database makes the change, and the object fails afterwards
 * @param creation the statement that creates the object; null if it is not known
 * @param returns whether the object can be created again after the change
 * @param dropped the table that the revision drops and with which the object goes; null if it does not go with one
 */
public record DependentChange(
        String kind,
        String object,
        String sentence,
        boolean breaks,
        @Nullable String creation,
        boolean returns,
        @Nullable QualifiedName dropped) {}
