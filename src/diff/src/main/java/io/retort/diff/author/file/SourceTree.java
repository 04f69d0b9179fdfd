package io.retort.diff.author.file;

import io.retort.diff.author.convention.Conventions;
import io.retort.diff.author.convention.Hook;
import io.retort.error.RetortException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Where a project keeps its revisions.
 *
 * @param projectFolder the folder of its {@code pom.xml}
 * @param javaFolder the root of its Java sources
 * @param revisionPackage the package that new Java revisions go to
 * @param sqlFolder the folder that new SQL revisions go to
 * @param conventions what its team has agreed on
 */
public record SourceTree(
        Path projectFolder, Path javaFolder, String revisionPackage, Path sqlFolder, Conventions conventions) {

    /** Folders that are not absolute are meant to be inside the project. */
    public SourceTree {
        projectFolder = projectFolder.toAbsolutePath().normalize();
        javaFolder = projectFolder.resolve(javaFolder).normalize();
        sqlFolder = projectFolder.resolve(sqlFolder).normalize();
    }

    /** The folders that Maven projects have, and the places where revisions are looked for unless one says otherwise. */
    public static SourceTree of(Path projectFolder) {
        return new SourceTree(
                projectFolder,
                Path.of("src/main/java"),
                "db.revisions",
                Path.of("src/main/resources/db/revisions"),
                Conventions.STANDARD);
    }

    public SourceTree following(Conventions others) {
        return new SourceTree(projectFolder, javaFolder, revisionPackage, sqlFolder, others);
    }

    /**
     * Runs the team's hooks on a file.
     *
     * @param file as {@link #write} answered it
     * @return the commands that ran
     * @throws RetortException if one fails; the file stays
     */
    public List<String> runHooks(Path file) {
        Path target = projectFolder.resolve(file);
        List<Hook> hooks =
                conventions.hooks().stream().filter(hook -> hook.wants(target)).toList();
        hooks.forEach(hook -> hook.run(projectFolder, target));
        return hooks.stream().map(Hook::command).toList();
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
        } catch (CharacterCodingException e) {
            throw new RetortException(
                    "Cannot write " + relative(target)
                            + ": a name, default or comment has half of a character in it (a lone"
                            + " surrogate), which UTF-8 cannot say.",
                    "Correct the text in the entity.",
                    e);
        } catch (IOException e) {
            throw new RetortException(
                    "Cannot write " + relative(target) + ": " + e,
                    "Make its folder writable, then run the command again.",
                    e);
        }
    }

    /** Where the source of a revision should be, by its location: the name of a class, or a file of SQL. */
    Path source(String location) {
        boolean sql = location.endsWith(".sql");
        String name = location.substring(location.lastIndexOf(sql ? '/' : '.') + 1);
        return sql ? sqlFolder.resolve(name) : folder(Format.JAVA).resolve(name + ".java");
    }

    private Path folder(Format format) {
        return format == Format.JAVA ? javaFolder.resolve(revisionPackage.replace('.', '/')) : sqlFolder;
    }

    private Path relative(Path target) {
        return target.startsWith(projectFolder) ? projectFolder.relativize(target) : target;
    }
}
