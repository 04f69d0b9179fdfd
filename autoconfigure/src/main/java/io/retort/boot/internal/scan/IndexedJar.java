package io.retort.boot.internal.scan;

import io.retort.internal.history.RevisionIndex;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ResourceUtils;

/**
 * A jar with revisions, and its index.
 *
 * <p>The application's own classes are read from the executable jar itself, because Spring Boot's loader needs ten
 * times as long to list a thousand files.
 */
final class IndexedJar implements Closeable {

    private static final String NESTED = "jar:nested:";
    private static final String CLASSES = "BOOT-INF/classes/";

    private final String place;
    private final JarFile jar;
    private final String root;
    private final boolean ours;

    private IndexedJar(String place, JarFile jar, String root, boolean ours) {
        this.place = place;
        this.jar = jar;
        this.root = root;
        this.ours = ours;
    }

    /** Receives the files of a jar. */
    @FunctionalInterface
    interface FileVisitor {

        /**
         * Receives one file.
         *
         * @param path the path on the class path
         * @param checksum the CRC-32
         */
        void visit(String path, long checksum);
    }

    /** Returns the jar that contains a folder of the class path; empty if the folder is in a directory. */
    static Optional<IndexedJar> of(URL folder) throws IOException {
        String url = folder.toString();
        int classes = url.startsWith(NESTED) ? url.indexOf("/!" + CLASSES + "!/") : -1;
        if (classes >= 0) {
            Path file = Path.of(URI.create("file:" + url.substring(NESTED.length(), classes)));
            return Optional.of(new IndexedJar(file.toString(), new JarFile(file.toFile()), CLASSES, true));
        }
        if (ResourceUtils.isJarURL(folder) && folder.openConnection() instanceof JarURLConnection connection) {
            String place = connection.getJarFileURL().toString();
            return Optional.of(new IndexedJar(place, connection.getJarFile(), "", !connection.getUseCaches()));
        }
        return Optional.empty();
    }

    /** Returns the jar's path or URL, for messages. */
    String place() {
        return place;
    }

    /**
     * Returns the text of the index, or null if the jar has no index. Builds write it to the root of an executable jar or next
     * to the classes.
     */
    @Nullable
    String index() throws IOException {
        JarEntry entry = jar.getJarEntry(root + RevisionIndex.LOCATION);
        if (entry == null && !root.isEmpty()) {
            entry = jar.getJarEntry(RevisionIndex.LOCATION);
        }
        if (entry == null) {
            return null;
        }
        try (InputStream content = jar.getInputStream(entry)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Passes all files in a folder and its subfolders to the visitor. */
    void eachFile(String folder, FileVisitor visitor) {
        String within = root + folder;
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            if (entry.getName().startsWith(within) && !entry.isDirectory()) {
                visitor.visit(entry.getName().substring(root.length()), entry.getCrc());
            }
        }
    }

    /** Closes the jar, unless it comes from a cache that others use. */
    @Override
    public void close() throws IOException {
        if (ours) {
            jar.close();
        }
    }
}
