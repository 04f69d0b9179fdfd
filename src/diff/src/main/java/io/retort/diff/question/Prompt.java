package io.retort.diff.question;

import org.jspecify.annotations.Nullable;

/** A terminal. */
public interface Prompt {

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
