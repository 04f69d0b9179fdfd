package io.retort.boot.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.internal.history.RevisionIndex;
import io.retort.source.RevisionCode;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.DefaultResourceLoader;

@ExtendWith(OutputCaptureExtension.class)
class RevisionIndexInJarTests {

    private static final String TYPE = "io/retort/boot/autoconfigure/revisions/R1a2b3c4d5e6f_create_product.class";

    @TempDir
    private Path folder;

    private Path classes;

    @BeforeEach
    void compile() throws IOException {
        classes = folder.resolve("classes");
        write("history/2b3c4d5e6f7a_name_product.sql", resource("history/2b3c4d5e6f7a_name_product.sql"));
        write("history/notes.txt", "not a revision".getBytes(StandardCharsets.UTF_8));
        write(TYPE, resource(TYPE));
    }

    @Test
    void tellsOfTheFilesOfEachFolderWithRevisions() throws IOException {
        write("elsewhere/Other.txt", new byte[0]);

        assertThat(IndexWriter.write(classes)).isEqualTo(2);
        RevisionIndex index = RevisionIndex.parse(Files.readString(classes.resolve(RevisionIndex.LOCATION)));
        assertThat(index.entries())
                .extracting(RevisionIndex.Entry::path)
                .containsExactly("history/2b3c4d5e6f7a_name_product.sql", "history/notes.txt", TYPE);
    }

    @Test
    void theSameIsFoundWithAndWithoutIt() throws Exception {
        List<Object> scanned = found(jar("scanned"));
        IndexWriter.write(classes);

        assertThat(found(jar("indexed"))).isEqualTo(scanned).hasSize(2);
    }

    /** The index differs from its file, which proves that the file was not read. */
    @Test
    void nothingIsReadButTheIndex(CapturedOutput output) throws Exception {
        IndexWriter.write(classes);
        Path index = classes.resolve(RevisionIndex.LOCATION);
        Files.writeString(index, Files.readString(index).replace("create product", "said by the index"));

        assertThat(revisions(jar("indexed")))
                .extracting(code -> code.info().message())
                .containsExactly("said by the index", "name product");
        assertThat(output).doesNotContain("does not match the jar");
    }

    @Test
    void aFileThatChangedOrCameLaterIsNoticed(CapturedOutput output) throws Exception {
        IndexWriter.write(classes);
        write(
                "history/5e6f7a8b9c0d_late.sql",
                "-- revision: 5e6f7a8b9c0d\n-- parent: 2b3c4d5e6f7a\n\n-- upgrade\n\n-- downgrade\n"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(revisions(jar("stale"))).hasSize(3);
        assertThat(output).contains("does not match the jar").contains("stale.jar");
    }

    @Test
    void aFileThatIsGoneIsNoticed() throws Exception {
        IndexWriter.write(classes);
        Files.delete(classes.resolve("history/2b3c4d5e6f7a_name_product.sql"));

        assertThat(revisions(jar("gone"))).hasSize(1);
    }

    @Test
    void inADirectoryTheIndexIsNotTrusted() throws Exception {
        IndexWriter.write(classes);
        Path index = classes.resolve(RevisionIndex.LOCATION);
        Files.writeString(index, Files.readString(index).replace("create product", "said by the index"));

        assertThat(revisions(classes.toUri().toURL()))
                .extracting(code -> code.info().message())
                .contains("create product");
    }

    @Test
    void migrationsAreLoadedFromTheJar() throws Exception {
        IndexWriter.write(classes);

        assertThat(revisions(jar("loaded"))).hasSize(2);
    }

    @Test
    void anOldIndexIsRemovedWithTheLastRevision() throws IOException {
        IndexWriter.write(classes);
        Files.delete(classes.resolve("history/2b3c4d5e6f7a_name_product.sql"));
        Files.delete(classes.resolve(TYPE));

        assertThat(IndexWriter.write(classes)).isZero();
        assertThat(classes.resolve(RevisionIndex.LOCATION)).doesNotExist();
    }

    private static List<Object> found(URL jar) throws IOException {
        return revisions(jar).stream().<Object>map(RevisionCode::info).toList();
    }

    /** Returns the revisions that are found; every migration is loaded, too. */
    private static List<RevisionCode> revisions(URL root) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {root}, new WithoutRevisions())) {
            List<RevisionCode> found = new ScannedRevisions(
                            List.of("io.retort.boot.autoconfigure.revisions", "classpath:history"),
                            Map.of(),
                            new DefaultResourceLoader(loader))
                    .revisions();
            found.forEach(code -> code.migration().get());
            return found;
        }
    }

    private URL jar(String name) throws IOException {
        Path file = folder.resolve(name + ".jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file));
                Stream<Path> files = Files.walk(classes)) {
            for (Path one : files.skip(1).sorted().toList()) {
                String entry = classes.relativize(one).toString();
                jar.putNextEntry(new JarEntry(Files.isDirectory(one) ? entry + "/" : entry));
                if (Files.isRegularFile(one)) {
                    Files.copy(one, jar);
                }
            }
        }
        return file.toUri().toURL();
    }

    private void write(String name, byte[] content) throws IOException {
        Path file = classes.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static byte[] resource(String name) throws IOException {
        try (var content = RevisionIndexInJarTests.class.getClassLoader().getResourceAsStream(name)) {
            return Objects.requireNonNull(content).readAllBytes();
        }
    }

    /** Loads everything that Retort needs, except the revisions, which only the jar provides. */
    private static final class WithoutRevisions extends ClassLoader {

        WithoutRevisions() {
            super(RevisionIndexInJarTests.class.getClassLoader());
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return isOurs(name) ? Collections.emptyEnumeration() : super.getResources(name);
        }

        @Override
        public URL getResource(String name) {
            return isOurs(name) ? null : super.getResource(name);
        }

        private static boolean isOurs(String name) {
            return name.startsWith("history") || name.startsWith("io/retort/boot/autoconfigure/revisions");
        }
    }
}
