package io.retort.maven.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.maven.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleOutputsTests {

    /** What a compiled revision holds of its annotation. */
    private static final String REVISION = "\u00ca\u00fe\u00ba\u00be Lio/retort/migration/Revision; ...";

    @TempDir
    Path folder;

    private Path output;
    private Path java;
    private Path resources;

    @BeforeEach
    void createFolders() throws IOException {
        output = Files.createDirectories(folder.resolve("target/classes"));
        java = Files.createDirectories(folder.resolve("src/main/java"));
        resources = Files.createDirectories(folder.resolve("src/main/resources"));
    }

    @Test
    void aCopyWithoutItsSourceIsStale() throws IOException {
        write(resources, "db/revisions/aa1_keep.sql", "");
        write(output, "db/revisions/aa1_keep.sql", "");
        Path left = write(output, "db/revisions/aa2_left.sql", "");

        assertThat(find()).containsExactly(left);
    }

    @Test
    void aCompiledRevisionWithoutItsSourceIsStaleAndNoOtherClassIs() throws IOException {
        write(java, "db/revisions/Raa1_keep.java", "");
        write(output, "db/revisions/Raa1_keep.class", REVISION);
        Path left = write(output, "db/revisions/Raa2_left.class", REVISION);
        write(output, "db/revisions/Raa2_left$1.class", REVISION);
        write(output, "com/example/Other.class", "nothing");

        assertThat(find()).containsExactly(left);
    }

    @Test
    void otherLanguagesAndGeneratorsHaveSourcesElsewhere() throws IOException {
        write(folder.resolve("src/main/kotlin"), "all.kt", "class Raa1_kotlin : Migration");
        write(output, "db/revisions/Raa1_kotlin.class", REVISION);
        write(folder.resolve("target/generated-sources"), "any/db/revisions/Raa2_made.java", "");
        write(output, "db/revisions/Raa2_made.class", REVISION);

        assertThat(find()).isEmpty();
    }

    @Test
    void aTargetPathIsPutInFrontOfACopy() throws IOException {
        Path sql = Files.createDirectories(folder.resolve("sql"));
        write(sql, "aa1_keep.sql", "");
        write(output, "db/revisions/aa1_keep.sql", "");
        Path left = write(output, "db/revisions/aa2_left.sql", "");

        assertThat(find(Instant.now().plusSeconds(9), resource(sql, "db/revisions")))
                .containsExactly(left);
    }

    @Test
    void whatThisBuildHasWrittenIsNotStale() throws IOException {
        write(output, "db/revisions/aa1_made.sql", "");

        assertThat(find(Instant.now().minusSeconds(60), resource(resources, null)))
                .isEmpty();
    }

    @Test
    void aModuleThatWasNeverCompiledHasNone() throws IOException {
        Files.delete(output);

        assertThat(find()).isEmpty();
    }

    private List<Path> find() throws IOException {
        return find(Instant.now().plusSeconds(9), resource(resources, null));
    }

    private List<Path> find(Instant begun, Resource resource) throws IOException {
        List<Path> sources = List.of(java, folder.resolve("src/main"), folder.resolve("target/generated-sources"));
        return new StaleOutputs(output, sources, List.of(resource), begun).find();
    }

    private static Resource resource(Path directory, String target) {
        Resource resource = new Resource();
        resource.setDirectory(directory.toString());
        resource.setTargetPath(target);
        return resource;
    }

    private static Path write(Path root, String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
