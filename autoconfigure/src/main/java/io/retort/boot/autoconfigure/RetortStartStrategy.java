package io.retort.boot.autoconfigure;

import io.retort.Retort;

/** Does an application's own thing at the start, in place of what {@code retort.mode} says. */
@FunctionalInterface
public interface RetortStartStrategy {

    /** Called once, before anything uses the database. */
    void start(Retort retort);
}
