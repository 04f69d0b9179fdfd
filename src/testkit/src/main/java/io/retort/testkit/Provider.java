package io.retort.testkit;

/** Where a database server comes from. */
public enum Provider {
    /** A server of one's own, named by {@code -Dtestdb.<kind>.url=}. */
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

    /** For people: {@code in process}. */
    @Override
    public String toString() {
        return words;
    }
}
