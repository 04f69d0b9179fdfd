package io.retort.diff.oracle;

import io.retort.migration.Operations;
import java.io.ByteArrayOutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** What a user's build says to a file. */
final class Compilation {

    private Compilation() {}

    /** Compiles with nothing but core, every warning being a complaint; empty if there is none. */
    static String complaints(String source, Path classes) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, said, said, "-d", classes.toString(), "-cp", core(), "-proc:none", "-Xlint:all", source);
        String words = said.toString(StandardCharsets.UTF_8);
        return failed == 0 ? words : "exit " + failed + "\n" + words;
    }

    private static String core() {
        try {
            return Path.of(Operations.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
