package io.retort.diff.author.file;

import io.retort.error.RetortException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where a project keeps its revisions.
 *
 * @param projectFolder the folder of its {@code pom.xml}
 * @param javaFolder the root of its Java sources
 * @param resourcesFolder the root of its resources
 * @param revisionPackage the package of Java revisions, and with slashes the folder of SQL revisions
 */
public record SourceTree(Path projectFolder, Path javaFolder, Path resourcesFolder, String revisionPackage) {

    /** The package where revisions are looked for unless the application says otherwise. */
    public static final String REVISION_PACKAGE = "db.revisions";

    /** Folders that are not absolute are meant to be inside the project. */
    public SourceTree {
        projectFolder = projectFolder.toAbsolutePath().normalize();
        javaFolder = projectFolder.resolve(javaFolder).normalize();
        resourcesFolder = projectFolder.resolve(resourcesFolder).normalize();
    }

    /** The folders that Maven projects have. */
    public static SourceTree of(Path projectFolder) {
        return new SourceTree(projectFolder, Path.of("src/main/java"), Path.of("src/main/resources"), REVISION_PACKAGE);
    }

    /**
     * Writes a file in its place.
     *
     * @return where it is, from the project's folder
     * @throws RetortException if there is such a file already, or if it cannot be written
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
                    "Choose another -Dmessage or -DrevId, or delete the file.",
                    e);
        } catch (IOException e) {
            throw new RetortException(
                    "Cannot write " + relative(target) + ": " + e,
                    "Make its folder writable, then run the command again.",
                    e);
        }
    }

    private Path folder(Format format) {
        Path root = format == Format.JAVA ? javaFolder : resourcesFolder;
        return root.resolve(revisionPackage.replace('.', '/'));
    }

    private Path relative(Path target) {
        return target.startsWith(projectFolder) ? projectFolder.relativize(target) : target;
    }
}
