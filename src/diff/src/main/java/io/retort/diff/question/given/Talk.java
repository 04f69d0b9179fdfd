package io.retort.diff.question.given;

import org.jspecify.annotations.Nullable;

/** A terminal. */
public interface Talk {

    /**
     * Prints a line.
     *
     * @param line the line
     */
    void say(String line);

    /**
     * Reads a line.
     *
     * @param prompt the prompt
     * @return the line; null at the end of the input
     */
    @Nullable
    String ask(String prompt);
}
