package io.retort.maven.fork;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * File with the arguments of a JVM. Arguments can contain passwords, so the file is created with access for its owner
 * only. It is deleted when the JVM has ended, or when Maven is interrupted.
 */
final class ArgumentFile implements AutoCloseable {

    private static final String PREFIX = "java-";
    private static final String SUFFIX = ".args";

    private final Path path;
    private final Thread atShutdown = new Thread(this::delete);

    private ArgumentFile(Path path) {
        this.path = path;
        Runtime.getRuntime().addShutdownHook(atShutdown);
    }

    /** Creates a file with a unique name, because two goals can run in one module at the same time. */
    static ArgumentFile create(Path folder, List<String> lines) throws IOException {
        ArgumentFile file = new ArgumentFile(Files.createTempFile(folder, PREFIX, SUFFIX, onlyTheOwner(folder)));
        try {
            Files.write(file.path, lines, nativeEncoding());
            return file;
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    /** Without POSIX permissions, as on Windows, the permissions of the folder apply. */
    private static FileAttribute<?>[] onlyTheOwner(Path folder) {
        Set<String> views = folder.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** The Java launcher reads an argument file in the encoding of file names, not in the default charset. */
    static Charset nativeEncoding() {
        return Charset.forName(
                System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name()));
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException shuttingDown) {
            // The shutdown hook is already running and deletes the file too.
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException stays) {
            path.toFile().deleteOnExit();
        }
    }
}
