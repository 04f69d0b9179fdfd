package io.retort.diff.author;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The source folders and conventions of a project.
 *
 * @param projectFolder the folder of the {@code pom.xml}
 * @param javaFolder the root folder of the Java sources, absolute or relative to the project folder
 * @param revisionPackage the package of new Java revisions
 * @param sqlFolder the folder of new SQL revisions, absolute or relative to the project folder
 * @param conventions the team's conventions
 */
public record SourceTree(
        Path projectFolder, Path javaFolder, String revisionPackage, Path sqlFolder, Conventions conventions) {

    /** Resolves relative folders against the project folder. */
    public SourceTree {
        projectFolder = projectFolder.toAbsolutePath().normalize();
        javaFolder = projectFolder.resolve(javaFolder).normalize();
        sqlFolder = projectFolder.resolve(sqlFolder).normalize();
    }

    /**
     * Returns the default folders of a Maven project, in which Retort looks for revisions by default.
     *
     * @param projectFolder the folder of the {@code pom.xml}
     */
    public static SourceTree of(Path projectFolder) {
        return new SourceTree(
                projectFolder,
                Path.of("src/main/java"),
                "db.revisions",
                Path.of("src/main/resources/db/revisions"),
                Conventions.STANDARD);
    }

    /**
     * Returns a copy with other conventions.
     *
     * @param others the conventions
     */
    public SourceTree following(Conventions others) {
        return new SourceTree(projectFolder, javaFolder, revisionPackage, sqlFolder, others);
    }

    /**
     * Runs the hooks on a file.
     *
     * @param file the file as returned by {@link #write}
     * @return the commands that ran
     * @throws RetortException if a command fails; the file remains
     */
    public List<String> runHooks(Path file) {
        Path target = projectFolder.resolve(file);
        List<Hook> hooks =
                conventions.hooks().stream().filter(hook -> hook.wants(target)).toList();
        hooks.forEach(hook -> hook.run(projectFolder, target));
        return hooks.stream().map(Hook::command).toList();
    }

    /**
     * Writes a file into its folder.
     *
     * @param file the content
     * @return the path of the file, relative to the project folder
     * @throws RetortException if the file exists, cannot be written, or contains a lone surrogate, which UTF-8 cannot
     *     represent
     */
    public Path write(RevisionFile file) {
        Path target = folder(file.format()).resolve(file.name());
        try {
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.text(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return relative(target);
        } catch (FileAlreadyExistsException e) {
            throw new RetortException(
                    relative(e.getFile() == null ? target : Path.of(e.getFile()))
                            + " exists already; nothing is overwritten.",
                    Advice.of(
                            "Choose another ",
                            Advice.option("message"),
                            " or ",
                            Advice.option("rev-id"),
                            ", or delete the file."),
                    e);
        } catch (CharacterCodingException e) {
            throw new RetortException(
                    "Cannot write " + relative(target)
                            + ": a name, default or comment contains half of a character (a lone"
                            + " surrogate), which UTF-8 cannot encode.",
                    "Correct the text in the entity.",
                    e);
        } catch (IOException e) {
            throw new RetortException(
                    "Cannot write " + relative(target) + ": " + e,
                    "Make its folder writable, then run the command again.",
                    e);
        }
    }

    /** Returns the expected source file of a revision by its location: a class name, or a path of an SQL file. */
    Path source(String location) {
        if (!location.endsWith(".sql")) {
            return javaFolder.resolve(location.replace('.', '/') + ".java");
        }
        for (Path folder = sqlFolder; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(location))) {
                return folder.resolve(location);
            }
        }
        return sqlFolder.resolve(location.substring(location.lastIndexOf('/') + 1));
    }

    private Path folder(Format format) {
        return format == Format.JAVA ? javaFolder.resolve(revisionPackage.replace('.', '/')) : sqlFolder;
    }

    private Path relative(Path target) {
        return target.startsWith(projectFolder) ? projectFolder.relativize(target) : target;
    }
}
