package io.retort.testkit.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * A jar on the class path that contains a server.
 *
 * @param path the jar's file
 */
record BinariesJar(Path path) {

    /** Returns the jar that contains an entry. */
    static BinariesJar with(String entry) throws IOException {
        URL url = BinariesJar.class.getClassLoader().getResource(entry);
        if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("its binaries are not on the class path");
        }
        return new BinariesJar(Path.of(connection.getJarFile().getName()));
    }

    /** Returns the file's name without the extension; it contains the version. */
    String name() {
        return path.getFileName().toString().replaceFirst("\\.jar$", "");
    }

    /** Extracts all files below the innermost folder called {@code root}, and makes programs executable. */
    void unpack(String root, Path folder) throws IOException {
        String marker = "/" + root + "/";
        try (JarFile jar = new JarFile(path.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                int start = entry.getName().indexOf(marker);
                if (start >= 0 && !entry.isDirectory()) {
                    write(jar, entry, folder.resolve(entry.getName().substring(start + marker.length())));
                }
            }
        }
    }

    private static void write(JarFile jar, JarEntry entry, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, file);
        }
        String parent = Objects.requireNonNull(file.getParent()).getFileName().toString();
        if (parent.equals("bin") || parent.equals("scripts")) {
            file.toFile().setExecutable(true);
        }
    }

    /** Extracts a {@code .tar.gz} in the jar with the system's tar, which keeps links and permissions. */
    void unpackArchive(String entry, Path folder) throws IOException {
        Path archive = folder.resolve("archive.tar.gz");
        try (JarFile jar = new JarFile(path.toFile());
                InputStream in = jar.getInputStream(jar.getJarEntry(entry));
                OutputStream out = Files.newOutputStream(archive)) {
            in.transferTo(out);
        }
        Command.of(Path.of("tar"))
                .with("-xzf", archive.toString(), "-C", folder.toString(), "--no-same-owner")
                .run();
        Files.delete(archive);
    }
}
