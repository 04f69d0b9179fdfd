package io.retort.maven.fork;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.project.MavenProject;

/**
 * The SQL files and classes that a build has written to the output directories of its modules.
 *
 * <p>A goal records those that have a source. When the source is gone later, for example after {@code git switch}, the
 * recorded file is a leftover of Maven and is deleted. Without a record, it is not known where a file without a source came
 * from, so it is kept and reported.
 */
public final class BuildOutputs {

    private static final String RECORD = "retort/outputs.txt";

    private final Collection<MavenProject> modules;
    private final Instant begun;

    /**
     * @param modules the modules of the build. All count, because a goal's class path contains the output directories of
     *     its sibling modules.
     * @param begun the time at which the build started
     */
    public BuildOutputs(Collection<MavenProject> modules, Instant begun) {
        this.modules = List.copyOf(modules);
        this.begun = begun;
    }

    /**
     * SQL files and compiled revisions whose source was deleted, relative to their module.
     *
     * @param deleted those that had a source when they were recorded, and are deleted now
     * @param kept all others
     */
    public record Stale(List<String> deleted, List<String> kept) {

        public Stale {
            deleted = List.copyOf(deleted);
            kept = List.copyOf(kept);
        }
    }

    /**
     * Deletes the recorded files whose source was deleted.
     *
     * @throws IOException if a file cannot be read or deleted
     */
    public Stale deleteStale() throws IOException {
        List<String> deleted = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (MavenProject module : modules) {
            Set<String> recorded = recorded(module);
            for (Path file : StaleOutputs.of(module, begun).find()) {
                String name = name(module, file);
                if (recorded.contains(name)) {
                    delete(file);
                    deleted.add(name);
                } else {
                    kept.add(name);
                }
            }
        }
        return new Stale(deleted, kept);
    }

    /**
     * Records the files that have a source.
     *
     * @throws IOException if a directory cannot be read or the record cannot be written
     */
    public void record() throws IOException {
        for (MavenProject module : modules) {
            List<String> names = new ArrayList<>();
            for (Path file : StaleOutputs.of(module, begun).withSource()) {
                names.add(name(module, file));
            }
            Path record = record(module);
            if (!names.isEmpty() || Files.exists(record)) {
                Files.createDirectories(record.getParent());
                Files.write(record, names);
            }
        }
    }

    private static Set<String> recorded(MavenProject module) throws IOException {
        Path record = record(module);
        return Files.isRegularFile(record)
                ? new HashSet<>(List.of(new String(Files.readAllBytes(record), StandardCharsets.UTF_8).split("\\R")))
                : Set.of();
    }

    private static Path record(MavenProject module) {
        return Path.of(module.getBuild().getDirectory()).resolve(RECORD);
    }

    private static String name(MavenProject module, Path file) {
        return module.getBasedir().toPath().relativize(file).toString().replace(File.separatorChar, '/');
    }

    /** The nested classes of a revision are deleted with it. */
    private static void delete(Path file) throws IOException {
        Files.delete(file);
        String name = file.getFileName().toString();
        if (name.endsWith(".class")) {
            String nested = name.substring(0, name.length() - ".class".length()) + "$";
            try (DirectoryStream<Path> siblings = Files.newDirectoryStream(
                    file.getParent(),
                    sibling -> sibling.getFileName().toString().startsWith(nested))) {
                for (Path sibling : siblings) {
                    Files.delete(sibling);
                }
            } catch (UncheckedIOException failure) {
                throw failure.getCause();
            }
        }
    }
}
