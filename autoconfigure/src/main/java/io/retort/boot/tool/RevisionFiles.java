package io.retort.boot.tool;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Path file = source(
                location,
                Path.of(environment.getProperty("retort.sources", "src/main/java")),
                Path.of(environment.getProperty("retort.resources", "src/main/resources")));
        return Files.exists(file) ? file.toString() : location;
    }

    private static Path source(String location, Path sources, Path resources) {
        Path file = location.endsWith(".sql")
                ? resources.resolve(location)
                : sources.resolve(location.replace('.', '/') + ".java");
        Path project = Path.of("").toAbsolutePath();
        return file.startsWith(project) ? project.relativize(file) : file;
    }
}
