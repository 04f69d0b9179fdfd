package io.retort.diff.author;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.internal.history.JavaRevisions;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.source.RevisionCode;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a generated Java revision and loads it. */
final class Compiled {

    private Compiled() {}

    /** Compiles the file of a draft like a user's build, with only core on the class path. */
    static RevisionCode revision(Draft draft, Path projectFolder) throws Exception {
        SourceTree tree = SourceTree.of(projectFolder);
        RevisionFile file = new JavaWriter(tree).write(draft);
        Path source = projectFolder.resolve(tree.write(file));
        Path classes = projectFolder.resolve("target");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter talk = new StringWriter();
        Path core = Path.of(Operations.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-d", classes.toString(), "-cp", core.toString(), "-proc:none");
            boolean compiles = compiler.getTask(talk, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            assertThat(compiles).as(talk + "\n" + file.text()).isTrue();
        }
        URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, Migration.class.getClassLoader());
        Class<? extends Migration> type = loader.loadClass(
                        "db.revisions." + file.name().replace(".java", ""))
                .asSubclass(Migration.class);
        return JavaRevisions.of(List.of(type).toArray(newArray())).revisions().get(0);
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends Migration>[] newArray() {
        return (Class<? extends Migration>[]) new Class<?>[1];
    }
}
