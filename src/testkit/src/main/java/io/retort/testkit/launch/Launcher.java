package io.retort.testkit.launch;

import io.retort.testkit.engine.Login;
import java.io.IOException;

/** Starts a server that stops with this JVM. */
@FunctionalInterface
public interface Launcher {

    /**
     * Starts the server and waits until it answers.
     *
     * @throws IOException if it cannot be had here; the message says why, for a person
     */
    Login start() throws IOException;
}
