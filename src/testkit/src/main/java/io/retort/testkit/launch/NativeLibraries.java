package io.retort.testkit.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The system libraries of the MySQL binaries, which a minimal Debian lacks. */
public final class NativeLibraries {

    private static final List<String> OF_MYSQL = List.of("libaio.so.1", "libnuma.so.1");
    private static final List<String> FOLDERS =
            List.of("/lib", "/usr/lib", "/lib64", "/usr/lib64", "/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu");

    private NativeLibraries() {}

    /** Returns whether the MySQL binaries can run on this machine. */
    public static boolean presentForMySql() {
        return missing().isEmpty();
    }

    static void requireForMySql() throws IOException {
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            throw new IOException(String.join(", ", missing) + " not found: apt-get install libaio1 libnuma1");
        }
    }

    private static List<String> missing() {
        return OF_MYSQL.stream().filter(library -> !present(library)).toList();
    }

    private static boolean present(String library) {
        String own = System.getenv().getOrDefault("LD_LIBRARY_PATH", "");
        return Stream.concat(FOLDERS.stream(), Stream.of(own.split(":")))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.exists(Path.of(folder, library)));
    }
}
