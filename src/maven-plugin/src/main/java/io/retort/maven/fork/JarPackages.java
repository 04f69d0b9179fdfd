package io.retort.maven.fork;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What an application's directories must not have in common with its jars, because {@link ApplicationLauncher} loads
 * them with different class loaders and directories first.
 *
 * @param packages the folders of classes in the jars
 * @param rootFiles the names of the files in the roots of the jars
 */
record JarPackages(Set<String> packages, Set<String> rootFiles) {

    private static final String CLASS = ".class";

    static JarPackages of(List<Path> jars) throws IOException {
        JarPackages found = new JarPackages(new TreeSet<>(), new TreeSet<>());
        for (Path jar : jars) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                zip.stream().map(ZipEntry::getName).forEach(found::add);
            }
        }
        return found;
    }

    private void add(String entry) {
        int slash = entry.lastIndexOf('/');
        if (entry.endsWith(CLASS)) {
            packages.add(slash < 0 ? "" : entry.substring(0, slash));
        } else if (slash < 0) {
            rootFiles.add(entry);
        }
    }

    static JarPackages read(Path file) throws IOException {
        JarPackages read = new JarPackages(new TreeSet<>(), new TreeSet<>());
        for (String line : Files.readAllLines(file)) {
            (line.startsWith("/") ? read.rootFiles : read.packages).add(line.replaceFirst("^/", ""));
        }
        return read;
    }

    void write(Path file) throws IOException {
        Files.write(
                file,
                Stream.concat(packages.stream(), rootFiles.stream().map(name -> "/" + name))
                        .toList());
    }

    /**
     * Returns whether the launcher finds the same classes and resources as the original class path. That is so if no
     * package is in a directory and in a jar, and no file in the root of a directory is also in a jar before it.
     */
    boolean permit(LauncherClassPath classPath) throws IOException {
        for (Path directory : classPath.directories()) {
            if (hasClassesInPackages(directory)) {
                return false;
            }
        }
        for (Path directory : classPath.directoriesAfterJars()) {
            try (Stream<Path> files = Files.list(directory)) {
                if (files.anyMatch(file -> rootFiles.contains(file.getFileName().toString()))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean hasClassesInPackages(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(CLASS))
                    .map(file ->
                            directory.relativize(file.getParent()).toString().replace(File.separatorChar, '/'))
                    .distinct()
                    .anyMatch(packages::contains);
        }
    }
}
