package io.retort.testkit.launch;

import io.retort.testkit.engine.Login;
import java.io.IOException;

/** Starts a server that stops with this JVM. */
@FunctionalInterface
public interface Launcher {

    /**
     * Starts the server and waits until it accepts connections.
     *
     * @throws IOException if it is not available, with the reason
     */
    Login start() throws IOException;
}
