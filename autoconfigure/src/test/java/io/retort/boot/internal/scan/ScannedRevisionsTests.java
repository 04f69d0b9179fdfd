package io.retort.boot.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.retort.error.RetortException;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.DefaultResourceLoader;

class ScannedRevisionsTests {

    private static final String PACKAGE = "io.retort.boot.autoconfigure.revisions";

    @Test
    void readsClassesWithoutLoadingThem() {
        Watched loader = new Watched();
        String className = PACKAGE + ".R1a2b3c4d5e6f_create_product";

        RevisionCode code = new ScannedRevisions(List.of(PACKAGE), Map.of(), new DefaultResourceLoader(loader))
                .revisions()
                .get(0);

        assertThat(code.info())
                .isEqualTo(new RevisionInfo(
                        "1a2b3c4d5e6f",
                        List.of(),
                        List.of(),
                        List.of(),
                        "create product",
                        Instant.parse("2026-11-22T10:15:30Z"),
                        true,
                        className));
        assertThat(loader.loaded).doesNotContain(className);
        assertThat(code.migration().get()).isNotNull();
        assertThat(loader.loaded).contains(className);
    }

    @Test
    void readsSqlFilesAndNamesThemAsInTheSourceTree() {
        RevisionInfo revision = scan("classpath:history").get(0).info();

        assertThat(revision.id()).isEqualTo("2b3c4d5e6f7a");
        assertThat(revision.parents()).containsExactly("1a2b3c4d5e6f");
        assertThat(revision.location()).isEqualTo("history/2b3c4d5e6f7a_name_product.sql");
    }

    @Test
    void readsFoldersOnDisk(@TempDir Path folder) throws Exception {
        Files.writeString(
                Files.createDirectories(folder.resolve("deep")).resolve("4d5e6f7a8b9c_x.sql"),
                "-- revision: 4d5e6f7a8b9c\n-- message: x\n\n-- upgrade\n\n-- downgrade\n");

        assertThat(scan("file:" + folder)).hasSize(1);
    }

    @Test
    void gathersAllLocationsAndDoesNotMindEmptyOnes() {
        assertThat(scan(PACKAGE, "classpath:history", "db.revisions", "classpath:db/revisions"))
                .extracting(code -> code.info().id())
                .containsExactly("1a2b3c4d5e6f", "2b3c4d5e6f7a");
    }

    @Test
    void refusesAMigrationThatHasNoPlaceInTheHistory() {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> scan("io.retort.boot.autoconfigure.orphan"))
                .withMessageContainingAll("orphan.Forgotten", "without @Revision");
    }

    private static List<RevisionCode> scan(String... locations) {
        return new ScannedRevisions(List.of(locations), Map.of(), new DefaultResourceLoader()).revisions();
    }

    /** Records the names of the requested classes. */
    private static final class Watched extends ClassLoader {

        private final Set<String> loaded = new HashSet<>();

        Watched() {
            super(ScannedRevisionsTests.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            loaded.add(name);
            return super.loadClass(name, resolve);
        }
    }
}
