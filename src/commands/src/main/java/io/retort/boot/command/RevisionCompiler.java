package io.retort.boot.command;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Makes a new revision file part of the running application: compiles a Java revision, or copies an SQL revision, into the
 * folder of the compiled classes.
 *
 * @param classes the folder of the application's compiled classes
 * @param sources the root of its Java sources
 * @param resources the root of its resources
 */
record RevisionCompiler(Path classes, Path sources, Path resources) {

    /** Class files begin with a magic number of four bytes, the minor and the major version. */
    private static final int MAGIC_AND_MINOR = 6;

    /** The major version of class files for Java 1 is 45. */
    private static final int BEFORE_JAVA_1 = 44;

    /**
     * Compiles or copies a revision.
     *
     * @param file the revision file
     * @param main a class of the application, whose version of Java the new class gets
     * @throws RetortException if the running JVM has no compiler, or if the file does not compile
     */
    void add(Path file, Class<?> main) {
        try {
            if (file.toString().endsWith(".java")) {
                compile(file, release(main));
            } else {
                copy(file);
            }
        } catch (IOException e) {
            throw new RetortException(
                    "Cannot write " + file.getFileName() + " to " + classes + ": " + e.getMessage(),
                    "Make the folder writable.",
                    e);
        }
    }

    /** Removes what {@link #add} wrote. */
    void remove(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        if (file.toString().endsWith(".java")) {
            Path relative = sources.toAbsolutePath().normalize().relativize(absolute);
            String name = relative.getFileName().toString().replace(".java", ".class");
            Files.deleteIfExists(classes.resolve(relative).resolveSibling(name));
        } else {
            Files.deleteIfExists(
                    classes.resolve(resources.toAbsolutePath().normalize().relativize(absolute)));
        }
    }

    private void copy(Path file) throws IOException {
        Path target = classes.resolve(resources
                .toAbsolutePath()
                .normalize()
                .relativize(file.toAbsolutePath().normalize()));
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private void compile(Path file, int release) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new RetortException(
                    "The new revision " + file + " cannot be compiled: the application runs on a Java runtime without a"
                            + " compiler.",
                    Advice.of("Use a JDK, or compile it with your build and run ", Advice.command("upgrade"), "."));
        }
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-d",
                    classes.toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-proc:none",
                    "-nowarn",
                    "-g",
                    "--release",
                    String.valueOf(release));
            boolean compiled = compiler.getTask(null, files, problems, options, null, files.getJavaFileObjects(file))
                    .call();
            if (!compiled) {
                throw notCompiled(file, problems);
            }
        }
    }

    private static RetortException notCompiled(Path file, DiagnosticCollector<JavaFileObject> problems) {
        String errors = problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .map(problem ->
                        System.lineSeparator() + "  line " + problem.getLineNumber() + ": " + problem.getMessage(null))
                .collect(Collectors.joining());
        return new RetortException(
                "The new revision " + file + " does not compile:" + errors,
                Advice.of("Correct the file, then run ", Advice.command("upgrade"), ". Nothing was run."));
    }

    /** The class must run wherever the application's own classes run. */
    private static int release(Class<?> main) throws IOException {
        String file = "/" + main.getName().replace('.', '/') + ".class";
        try (InputStream stream = main.getResourceAsStream(file)) {
            if (stream == null) {
                return Runtime.version().feature();
            }
            DataInputStream data = new DataInputStream(stream);
            data.skipBytes(MAGIC_AND_MINOR);
            return data.readUnsignedShort() - BEFORE_JAVA_1;
        }
    }
}
