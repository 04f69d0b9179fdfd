package io.retort.internal.history;

import io.retort.error.RetortException;
import io.retort.migration.Migration;
import io.retort.migration.Revision;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Finds the revisions of one location on a class path: the classes of a package or the SQL files of a folder, each with
 * everything below it.
 */
public final class LocationScan implements RevisionSource {

    private static final String CLASS_PATH = "classpath:";

    private final String location;
    private final ClassLoader loader;
    private final Map<String, String> placeholders;

    /**
     * Creates the scan, which reads nothing yet.
     *
     * @param location a package such as {@code db.revisions}, or a folder such as {@code classpath:db/revisions}
     * @param loader finds the classes and files
     * @param placeholders the values of {@code ${name}} in SQL files
     */
    public LocationScan(String location, ClassLoader loader, Map<String, String> placeholders) {
        this.location = location;
        this.loader = loader;
        this.placeholders = Map.copyOf(placeholders);
    }

    @Override
    public List<RevisionCode> revisions() {
        boolean folder = location.startsWith(CLASS_PATH) || location.contains("/");
        String path = folder ? location.replaceFirst("^" + CLASS_PATH + "/*", "") : location.replace('.', '/');
        try {
            Map<String, URL> files = files(path, folder ? ".sql" : ".class");
            return folder ? sql(files) : classes(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<RevisionCode> sql(Map<String, URL> files) throws IOException {
        List<RevisionCode> found = new ArrayList<>();
        for (Map.Entry<String, URL> file : files.entrySet()) {
            try (InputStream content = file.getValue().openStream()) {
                found.add(SqlRevisions.parse(content.readAllBytes(), file.getKey(), placeholders));
            }
        }
        return found;
    }

    private List<RevisionCode> classes(Map<String, URL> files) {
        List<RevisionCode> found = new ArrayList<>();
        for (String file : files.keySet()) {
            Class<?> type =
                    load(file.substring(0, file.length() - ".class".length()).replace('/', '.'));
            if (type.isAnnotationPresent(Revision.class)) {
                found.addAll(JavaRevisions.of(type.asSubclass(Migration.class)).revisions());
            }
        }
        return found;
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new RetortException(
                    "Cannot load the class " + name + ": " + e.getMessage(), "Add what it needs to the class path.", e);
        }
    }

    private Map<String, URL> files(String path, String ending) throws IOException {
        Map<String, URL> files = new TreeMap<>();
        List<URL> roots = Collections.list(loader.getResources(path));
        if (roots.isEmpty()) {
            throw new RetortException(
                    "The location " + location + " does not exist: the class path contains no folder " + path + ".",
                    "Correct the location, or create the folder with the first revision.");
        }
        for (URL root : roots) {
            if (root.getProtocol().equals("jar")) {
                inJar((JarURLConnection) root.openConnection(), path, ending, files);
            } else if (root.getProtocol().equals("file")) {
                inFolder(Path.of(URI.create(root.toString())), path, ending, files);
            } else {
                throw new RetortException(
                        "Cannot search " + root + ": it is neither a directory nor a jar.",
                        "List the classes instead: Revisions.of(...).");
            }
        }
        return files;
    }

    private static void inFolder(Path folder, String path, String ending, Map<String, URL> files) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .toList()) {
                String name = folder.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/");
                files.put(path + "/" + name, file.toUri().toURL());
            }
        }
    }

    private static void inJar(JarURLConnection jar, String path, String ending, Map<String, URL> files)
            throws IOException {
        jar.setUseCaches(false);
        try (JarFile file = jar.getJarFile()) {
            List<String> names = file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(path + "/") && name.endsWith(ending))
                    .toList();
            for (String name : names) {
                files.put(
                        name,
                        URI.create("jar:" + jar.getJarFileURL() + "!/" + name).toURL());
            }
        }
    }
}
