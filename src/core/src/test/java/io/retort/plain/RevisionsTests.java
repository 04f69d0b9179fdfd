package io.retort.plain;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.retort.Retort;
import io.retort.Revisions;
import io.retort.error.RetortException;
import io.retort.plain.revisions.Ra1_create_customer;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application without Spring finds its revisions on the class path and runs them. */
class RevisionsTests {

    private static final ClassLoader HERE = RevisionsTests.class.getClassLoader();

    @TempDir
    Path folder;

    @OnDatabases({H2, POSTGRESQL})
    void packagesAndFoldersAreFoundAndRun(TestDb db) throws SQLException {
        Retort retort = Retort.on(
                db.dataSource(),
                List.of(
                        Revisions.in("io.retort.plain.revisions"),
                        Revisions.in("classpath:plain/revisions", HERE, Map.of("first", "Ada"))));

        retort.upgrade("head");
        assertThat(db.query("select name from customer")).containsExactly("Ada");
        assertThat(retort.status().pending()).isEmpty();

        retort.downgrade("a1");
        assertThat(db.query("select name from customer")).isEmpty();
    }

    @Test
    void revisionsInAJarAreFound() throws IOException {
        Path jar = jar("plain/revisions/b2_first_customer.sql", "io/retort/plain/revisions/Ra1_create_customer.class");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, Retort.class.getClassLoader()) {
                    @Override
                    public java.util.Enumeration<URL> getResources(String name) throws IOException {
                        return findResources(name);
                    }
                }) {
            assertThat(ids(Revisions.in("plain/revisions", loader, Map.of("first", "Ada"))))
                    .containsExactly("b2");
            assertThat(ids(Revisions.in("io.retort.plain.revisions", loader, Map.of())))
                    .containsExactly("a1");
        }
    }

    @Test
    void knownClassesNeedNoSearch() {
        assertThat(ids(Revisions.of(Ra1_create_customer.class))).containsExactly("a1");
    }

    @Test
    void aLocationThatDoesNotExistIsReported() {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> Revisions.in("db.nowhere", HERE, Map.of()).revisions())
                .withMessageContaining("db.nowhere");
    }

    private Path jar(String... entries) throws IOException {
        Path file = folder.resolve("revisions.jar");
        try (OutputStream bytes = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(bytes)) {
            jar.putNextEntry(new JarEntry("plain/revisions/"));
            jar.putNextEntry(new JarEntry("io/retort/plain/revisions/"));
            for (String entry : entries) {
                jar.putNextEntry(new JarEntry(entry));
                jar.write(HERE.getResourceAsStream(entry).readAllBytes());
            }
        }
        return file;
    }

    private static List<String> ids(RevisionSource source) {
        return source.revisions().stream()
                .map(RevisionCode::info)
                .map(info -> info.id())
                .toList();
    }
}
