package io.retort.operation;

/**
 * The door for operations of a user's own, such as views, triggers or extensions. They answer the same questions as the
 * operations that come with Retort, and so are planned, scripted, reversed and described like them.
 */
public non-sealed interface CustomOperation extends Operation {

    @Override
    default boolean isHandWritten() {
        return true;
    }
}
