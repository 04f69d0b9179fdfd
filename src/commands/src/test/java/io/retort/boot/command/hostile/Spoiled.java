package io.retort.boot.command.hostile;

/** Reports application code that tool mode must not run. */
final class Spoiled {

    private Spoiled() {}

    static void by(String what) {
        System.err.println("SPOILED by " + what);
    }
}
