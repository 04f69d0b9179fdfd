package io.retort.diff.oracle;

import io.retort.migration.Operations;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** Compiles a file like a user's build. */
final class Compilation {

    private Compilation() {}

    /**
     * Compiles with only core and the user's classes. Returns the compiler's messages, including warnings; empty if
     * there are none.
     */
    static String complaints(String source, Path classes) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        said,
                        said,
                        "-d",
                        classes.toString(),
                        "-cp",
                        classPath(),
                        "-proc:none",
                        "-Xlint:all",
                        source);
        String words = said.toString(StandardCharsets.UTF_8);
        return failed == 0 ? words : "exit " + failed + "\n" + words;
    }

    private static String classPath() {
        return place(Operations.class) + File.pathSeparator + place(Compilation.class);
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
