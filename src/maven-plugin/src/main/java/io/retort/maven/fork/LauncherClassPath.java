package io.retort.maven.fork;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A class path that is divided for {@link ApplicationLauncher}, because an archive can only contain classes of jars.
 *
 * @param original the class path in its order
 * @param directories the directories of compiled classes
 * @param jars the jar of the launcher, followed by all others
 */
record LauncherClassPath(List<Path> original, List<Path> directories, List<Path> jars) {

    static LauncherClassPath of(List<Path> classPath) {
        return of(classPath, ownJar());
    }

    static LauncherClassPath of(List<Path> classPath, Path launcher) {
        List<Path> jars = new ArrayList<>(List.of(launcher));
        classPath.stream().filter(Files::isRegularFile).forEach(jars::add);
        return new LauncherClassPath(
                classPath, classPath.stream().filter(Files::isDirectory).toList(), jars);
    }

    private static Path ownJar() {
        try {
            return Path.of(ApplicationLauncher.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns whether the launcher is in a jar; in the build of Retort itself it is not. */
    boolean isPossible() {
        return Files.isRegularFile(jars.get(0));
    }

    /** Returns the directories that come after a jar in the original class path. */
    List<Path> directoriesAfterJars() {
        return original.stream()
                .dropWhile(Files::isDirectory)
                .filter(Files::isDirectory)
                .toList();
    }

    JavaArguments arguments(String mainClass) {
        return new JavaArguments(ApplicationLauncher.class.getName(), jars)
                .program(mainClass)
                .program(original.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)))
                .program(directories.stream().map(Path::toString).toList());
    }
}
