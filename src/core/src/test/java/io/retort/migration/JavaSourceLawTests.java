package io.retort.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.operation.Operation;
import io.retort.operation.gen.Change;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java source of an operation compiles in a revision file and declares an equal operation. */
class JavaSourceLawTests {

    private static final String CLASS = "R0123456789ab_everything";

    @TempDir
    Path folder;

    @Test
    void aRevisionFileSaysTheOperationsThatItWasWrittenFrom() throws Exception {
        List<Operation> operations = some();

        assertThat(compile(file(operations))).isEqualTo("");
        List<Operation> said = Operations.collect(migration()::upgrade);

        for (int i = 0; i < operations.size(); i++) {
            assertThat(said.get(i))
                    .as("%s", operations.get(i).java().source("op", 8))
                    .isEqualTo(operations.get(i));
        }
        assertThat(said).hasSameSizeAs(operations);
    }

    @Test
    void noLineOfARevisionFileIsLongerThanTheFormatterWouldMakeIt() {
        for (Operation operation : some()) {
            assertThat(("        " + operation.java().source("op", 8) + ";").lines())
                    .as("%s", operation)
                    .allMatch(line -> line.length() <= 120
                            || line.chars().filter(c -> c == '(').count() <= 1);
        }
    }

    private static List<Operation> some() {
        return Stream.concat(
                        Change.ANY.sample().stream(),
                        Change.DECLARED.sample().stream().limit(60))
                .map(Change::operation)
                .toList();
    }

    private static String file(List<Operation> operations) {
        return "package db.revisions;\n\nimport io.retort.migration.*;\nimport static io.retort.migration.Definitions.*;\n\n"
                + "@Revision(id = \"0123456789ab\")\npublic class " + CLASS + " implements Migration {\n"
                + "    @Override\n    public void upgrade(Operations op) {\n"
                + operations.stream()
                        .map(operation -> "        " + operation.java().source("op", 8) + ";\n")
                        .collect(Collectors.joining())
                + "    }\n}\n";
    }

    private Migration migration() throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            return (Migration)
                    loader.loadClass("db.revisions." + CLASS).getConstructor().newInstance();
        }
    }

    private String compile(String source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject file =
                new SimpleJavaFileObject(
                        URI.create("string:///db/revisions/" + CLASS + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        StringWriter words = new StringWriter();
        List<String> options = List.of(
                "-proc:none", "-Xlint:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
        compiler.getTask(words, null, null, options, null, List.of(file)).call();
        return words.toString();
    }
}
