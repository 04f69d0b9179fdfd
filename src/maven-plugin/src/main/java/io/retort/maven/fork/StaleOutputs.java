package io.retort.maven.fork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/**
 * Finds SQL files and compiled revisions in the output directory of a module whose source was deleted. Maven's resources
 * plugin never deletes a copy, and the compiler plugin does not always delete a class.
 *
 * <p>A file that the current build has written, such as one from a generator, is not stale.
 */
final class StaleOutputs {

    /** The annotation's type descriptor in a class file. */
    private static final String REVISION = "Lio/retort/migration/Revision;";

    private final Path output;
    private final List<Path> sources;
    private final List<Resource> resources;
    private final Instant begun;
    private final Map<Path, List<Path>> sourceFiles = new HashMap<>();

    StaleOutputs(Path output, List<Path> sources, List<Resource> resources, Instant begun) {
        this.output = output;
        this.sources = List.copyOf(sources);
        this.resources = List.copyOf(resources);
        this.begun = begun;
    }

    /**
     * @param module a module of the build
     * @param begun the time at which the build started
     */
    static StaleOutputs of(MavenProject module, Instant begun) {
        List<Path> sources =
                module.getCompileSourceRoots().stream().map(Path::of).collect(Collectors.toCollection(ArrayList::new));
        // Plugins of other languages have source roots that the project does not list.
        sources.add(module.getBasedir().toPath().resolve("src/main"));
        sources.add(Path.of(module.getBuild().getDirectory(), "generated-sources"));
        return new StaleOutputs(
                Path.of(module.getBuild().getOutputDirectory()),
                sources,
                module.getBuild().getResources(),
                begun);
    }

    /** Returns the stale files. */
    List<Path> find() throws IOException {
        List<Path> stale = new ArrayList<>();
        for (Path file : outputs()) {
            if (isOlder(file) && (isLeftCopy(file) || isLeftClass(file))) {
                stale.add(file);
            }
        }
        return stale;
    }

    /** Returns the SQL files that have a source, and the classes that have a source file of their name. */
    List<Path> withSource() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path file : outputs()) {
            if (isSql(file) ? isCopy(file) : isTopLevelClass(file) && hasSourceFile(file)) {
                files.add(file);
            }
        }
        return files;
    }

    private List<Path> outputs() throws IOException {
        if (!Files.isDirectory(output)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(output)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private boolean isOlder(Path file) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        return time.toInstant().isBefore(begun);
    }

    private boolean isLeftCopy(Path file) {
        return isSql(file) && !isCopy(file);
    }

    private static boolean isSql(Path file) {
        return file.toString().endsWith(".sql");
    }

    private boolean isCopy(Path file) {
        return resources.stream().anyMatch(resource -> isCopied(resource, output.relativize(file)));
    }

    private boolean isCopied(Resource resource, Path file) {
        Path target = resource.getTargetPath() == null ? Path.of("") : Path.of(resource.getTargetPath());
        boolean within = target.toString().isEmpty() || file.startsWith(target);
        Path name = target.toString().isEmpty() || !within ? file : target.relativize(file);
        return within && Files.isRegularFile(Path.of(resource.getDirectory()).resolve(name));
    }

    private boolean isLeftClass(Path file) throws IOException {
        return isTopLevelClass(file)
                && !hasSourceFile(file)
                && isRevision(file)
                && !isDeclaredSomewhere(className(file));
    }

    private static boolean isTopLevelClass(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".class") && !name.contains("$");
    }

    private boolean hasSourceFile(Path file) {
        Path place = output.relativize(file).resolveSibling(className(file) + ".java");
        return sources.stream().anyMatch(root -> Files.isRegularFile(root.resolve(place)));
    }

    private static String className(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".class".length());
    }

    /**
     * A source file can be in a folder that does not match its package. In other languages its name can differ from the
     * class name.
     */
    private boolean isDeclaredSomewhere(String simple) throws IOException {
        for (Path root : sources) {
            for (Path source : filesIn(root)) {
                String name = source.getFileName().toString();
                if (name.startsWith(simple + ".") || isOtherLanguage(name) && mentions(source, simple)) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Path> filesIn(Path root) throws IOException {
        List<Path> known = sourceFiles.get(root);
        if (known == null) {
            known = List.of();
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    known = files.filter(Files::isRegularFile).toList();
                }
            }
            sourceFiles.put(root, known);
        }
        return known;
    }

    private static boolean isOtherLanguage(String name) {
        return name.endsWith(".kt") || name.endsWith(".groovy") || name.endsWith(".scala");
    }

    private static boolean mentions(Path source, String word) throws IOException {
        return new String(Files.readAllBytes(source), StandardCharsets.UTF_8).contains(word);
    }

    private static boolean isRevision(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(REVISION);
    }
}
