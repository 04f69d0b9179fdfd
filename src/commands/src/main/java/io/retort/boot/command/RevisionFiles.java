package io.retort.boot.command;

import io.retort.error.Advice;
import io.retort.error.FailureLocation;
import io.retort.error.RetortException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/**
 * The source and output folders of the application under development.
 *
 * @param sources the root of the Java sources
 * @param resources the root of the resources
 * @param compiler adds a new revision to the output folder
 */
record RevisionFiles(Path sources, Path resources, RevisionCompiler compiler) {

    /**
     * Returns the folders that the build passes.
     *
     * @throws RetortException if the build passes no output folder, as in a packaged application
     */
    static RevisionFiles of(ToolContext context) {
        Environment environment = context.application().getEnvironment();
        Path sources = Path.of(environment.getProperty("retort.sources", "src/main/java"));
        Path resources = Path.of(environment.getProperty("retort.resources", "src/main/resources"));
        Path classes = Path.of(environment.getProperty("retort.classes", "target/classes"));
        if (!Files.isDirectory(classes)) {
            throw new RetortException(
                    "There is no folder of compiled classes: " + classes + ".",
                    Advice.of(
                            "Run `",
                            Advice.command("dev"),
                            "` in the project of the application, not in a packaged application."));
        }
        return new RevisionFiles(sources, resources, new RevisionCompiler(classes, sources, resources));
    }

    /**
     * Returns the source file of a revision, relative to the project where possible.
     *
     * @param location a class name, or a path of an SQL file
     */
    Path source(String location) {
        return source(location, sources, resources);
    }

    /** Returns the source file of a revision, or its location if there is no such file, as in a packaged application. */
    static String sourceOrLocation(Environment environment, String location) {
        Path sources = Path.of(environment.getProperty("retort.sources", "src/main/java"));
        Path resources = Path.of(environment.getProperty("retort.resources", "src/main/resources"));
        return Stream.of(source(location, sources, resources), kotlin(location, sources))
                .filter(Files::isRegularFile)
                .map(file -> file.toString().replace(File.separatorChar, '/'))
                .findFirst()
                .orElse(location);
    }

    /** Returns where something failed, with the source file as {@link #sourceOrLocation} does. */
    static FailureLocation inSources(Environment environment, FailureLocation location) {
        String file = location.file();
        return file == null
                ? location
                : new FailureLocation(
                        location.revision(),
                        sourceOrLocation(environment, file),
                        location.line(),
                        location.operation(),
                        location.operationNumber(),
                        location.statement(),
                        location.statementNumber());
    }

    private static Path kotlin(String location, Path sources) {
        return inProject(sources.resolveSibling("kotlin").resolve(location.replace('.', '/') + ".kt"));
    }

    private static Path source(String location, Path sources, Path resources) {
        Path file = location.endsWith(".sql")
                ? script(location, resources)
                : sources.resolve(location.replace('.', '/') + ".java");
        return inProject(file);
    }

    private static Path inProject(Path file) {
        Path project = Path.of("").toAbsolutePath();
        return file.startsWith(project) ? project.relativize(file) : file;
    }

    /** A folder with the prefix {@code file:} is on disk, not among the resources. */
    private static Path script(String location, Path resources) {
        Path resource = resources.resolve(location);
        Path file = Path.of(location);
        return Files.notExists(resource) && Files.exists(file) ? file : resource;
    }
}
