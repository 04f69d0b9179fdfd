package io.retort.diff.question.given;

import org.jspecify.annotations.Nullable;

/** A person at a terminal. */
public interface Talk {

    /** Says a line. */
    void say(String line);

    /** Asks for a line; null when the person has closed the input. */
    @Nullable
    String ask(String prompt);
}
