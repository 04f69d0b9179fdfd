package io.retort.diff.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.error.RetortException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A team's conventions for the files that authoring writes. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ConventionsTests {

    @TempDir
    Path folder;

    @Test
    void filesAreNamedByThePatternAndClassesAfterThem() {
        RevisionResult sql = write(Format.SQL, conventions());
        RevisionResult java = write(Format.JAVA, conventions());

        assertThat(sql.draft().id()).matches("[0-9a-f]{7}");
        assertThat(sql.file().getFileName().toString()).matches("\\d{4}-\\d\\d-\\d\\d\\.[0-9a-f]{7}_add_email\\.sql");
        assertThat(folder.resolve(sql.file())).content().containsPattern("-- created: \\S+\\+05:30\n");
        String name = java.file().getFileName().toString();
        assertThat(name).matches("R\\d{4}_\\d\\d_\\d\\d_[0-9a-f]{7}_add_email\\.java");
        assertThat(folder.resolve(java.file())).content().contains("public class " + name.replace(".java", " "));
    }

    @Test
    void hooksRunOnTheFileInOrderAndAreTold() {
        RevisionResult result = write(
                Format.SQL,
                conventions("sh -c 'echo \"-- one\" >> $0' {file}", "cp {java-file} x", "cp {sql-file} copy.sql"));

        assertThat(folder.resolve("copy.sql")).content().endsWith("-- one\n");
        assertThat(result.remarks())
                .containsExactly("ran sh -c 'echo \"-- one\" >> $0' {file}", "ran cp {sql-file} copy.sql");
    }

    @Test
    void aHookThatFailsFailsTheCommandAndTheFileStays() throws Exception {
        assertThatThrownBy(() -> write(Format.JAVA, conventions("false", "cp {file} copy")))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("The hook \"false\" ended with exit code 1 without output.");

        try (Stream<Path> files = Files.list(folder.resolve("src/main/java/db/revisions"))) {
            assertThat(files).hasSize(1);
        }
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    private RevisionResult write(Format format, Conventions conventions) {
        return new Project(folder)
                .authoring(conventions)
                .revision(new RevisionRequest(
                        "add email, again", format, true, null, false, null, List.of(), null, false));
    }

    private static Conventions conventions(String... hooks) {
        return new Conventions(
                new FilePattern("{year}-{month}-{day}.{rev}_{slug}", 11),
                7,
                ZoneId.of("Asia/Kolkata"),
                Arrays.stream(hooks).map(Hook::new).toList());
    }
}
