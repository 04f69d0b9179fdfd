package io.retort.boot.tool.hostile;

/** Cries out when something of the application runs that tool mode must not run. */
final class Spoiled {

    private Spoiled() {}

    static void by(String what) {
        System.err.println("SPOILED by " + what);
    }
}
