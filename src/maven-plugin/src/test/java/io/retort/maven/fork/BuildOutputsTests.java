package io.retort.maven.fork;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.maven.fork.BuildOutputs.Stale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildOutputsTests {

    /** What a compiled revision holds of its annotation. */
    private static final String REVISION = "\u00ca\u00fe\u00ba\u00be Lio/retort/migration/Revision; ...";

    private static final String SQL = "db/revisions/aa1_first.sql";
    private static final String JAVA = "db/revisions/Raa2_second";

    private static final Stale NONE = new Stale(List.of(), List.of());

    @TempDir
    Path folder;

    private final Instant begun = Instant.now();
    private Path app;

    @BeforeEach
    void build() throws IOException {
        app = folder.resolve("app");
        write("src/main/resources/" + SQL, "");
        write("target/classes/" + SQL, "");
        write("src/main/java/" + JAVA + ".java", "");
        write("target/classes/" + JAVA + ".class", REVISION);
        write("target/classes/" + JAVA + "$1.class", REVISION);
    }

    @Test
    void whatWasRecordedIsDeletedWithItsSource() throws IOException {
        outputs().record();
        deleteSources();

        assertThat(outputs().deleteStale())
                .isEqualTo(new Stale(List.of("target/classes/" + JAVA + ".class", "target/classes/" + SQL), List.of()));
        assertThat(outputs().deleteStale()).isEqualTo(NONE);
        assertThat(files(app.resolve("target/classes"))).isEmpty();
    }

    @Test
    void whatWasNeverRecordedIsKeptAndReported() throws IOException {
        deleteSources();

        Stale kept = new Stale(List.of(), List.of("target/classes/" + JAVA + ".class", "target/classes/" + SQL));
        assertThat(outputs().deleteStale()).isEqualTo(kept);
        outputs().record();
        assertThat(outputs().deleteStale()).isEqualTo(kept);
        assertThat(files(app.resolve("target/classes"))).hasSize(3);
    }

    @Test
    void whatHasASourceIsKept() throws IOException {
        outputs().record();

        assertThat(outputs().deleteStale()).isEqualTo(NONE);
        assertThat(files(app.resolve("target/classes"))).hasSize(3);
    }

    /** A class without the annotation can come from anywhere, for example from a weaver. */
    @Test
    void aClassThatIsNoRevisionIsKept() throws IOException {
        write("src/main/java/com/example/Plain.java", "");
        Path plain = write("target/classes/com/example/Plain.class", "nothing");
        outputs().record();
        Files.delete(app.resolve("src/main/java/com/example/Plain.java"));

        assertThat(outputs().deleteStale()).isEqualTo(NONE);
        assertThat(plain).exists();
    }

    @Test
    void whatThisBuildHasWrittenIsKept() throws IOException {
        outputs().record();
        deleteSources();
        Files.setLastModifiedTime(app.resolve("target/classes").resolve(SQL), FileTime.from(begun.plusSeconds(60)));

        assertThat(outputs().deleteStale().deleted()).containsExactly("target/classes/" + JAVA + ".class");
        assertThat(app.resolve("target/classes").resolve(SQL)).exists();
    }

    /** A record of yesterday does not count after the file was built from a source that today's build does not know. */
    @Test
    void aNewRecordReplacesTheOldOne() throws IOException {
        outputs().record();
        deleteSources();
        write("src/main/resources/db/revisions/aa3_third.sql", "");
        write("target/classes/db/revisions/aa3_third.sql", "");
        outputs().record();

        assertThat(outputs().deleteStale().deleted()).isEmpty();
        assertThat(outputs().deleteStale().kept()).hasSize(2);
    }

    private void deleteSources() throws IOException {
        Files.delete(app.resolve("src/main/resources").resolve(SQL));
        Files.delete(app.resolve("src/main/java").resolve(JAVA + ".java"));
    }

    private BuildOutputs outputs() {
        MavenProject project = new MavenProject();
        project.setFile(app.resolve("pom.xml").toFile());
        Build build = new Build();
        build.setDirectory(app.resolve("target").toString());
        build.setOutputDirectory(app.resolve("target/classes").toString());
        Resource resource = new Resource();
        resource.setDirectory(app.resolve("src/main/resources").toString());
        build.addResource(resource);
        project.setBuild(build);
        project.addCompileSourceRoot(app.resolve("src/main/java").toString());
        return new BuildOutputs(List.of(project), begun);
    }

    private static List<Path> files(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return new ArrayList<>(files.filter(Files::isRegularFile).toList());
        }
    }

    private Path write(String name, String content) throws IOException {
        Path file = app.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(begun.minusSeconds(60)));
        return file;
    }
}
