package io.retort.maven.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The installation of a {@code java} executable.
 *
 * @param home its root directory
 * @param release the content of its release file
 */
record Jdk(Path home, String release) {

    static Jdk of(Path java) throws IOException {
        Path home = java.toRealPath().resolve("../..").normalize();
        return new Jdk(home, Files.readString(home.resolve("release")));
    }

    /** Returns whether this is HotSpot; other virtual machines have other archives, or none. */
    boolean canShareClasses() {
        return Files.isRegularFile(home.resolve("lib/server/libjvm.so"))
                || Files.isRegularFile(home.resolve("lib/server/libjvm.dylib"))
                || Files.isRegularFile(home.resolve("bin/server/jvm.dll"));
    }
}
