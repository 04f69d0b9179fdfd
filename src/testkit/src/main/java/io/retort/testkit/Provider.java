package io.retort.testkit;

/** The origin of a database server. */
public enum Provider {
    /** A server that {@code -Dtestdb.<kind>.url=} names. */
    OWN("own server"),
    /** A container. */
    DOCKER("docker"),
    /** A process started from binaries on the class path. */
    EMBEDDED("embedded"),
    /** No server: the database runs inside this JVM. */
    IN_PROCESS("in process");

    private final String words;

    Provider(String words) {
        this.words = words;
    }

    /** Returns the name for people: {@code in process}. */
    @Override
    public String toString() {
        return words;
    }
}
