package io.retort.diff.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.error.RetortException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTests {

    @TempDir
    Path project;

    @Test
    void javaGoesToTheSourcesAndSqlToTheResources() {
        SourceTree tree = SourceTree.of(project);

        assertThat(tree.write(new RevisionFile(Format.JAVA, "R1.java", "class R1 {}\n")))
                .isEqualTo(Path.of("src/main/java/db/revisions/R1.java"));
        assertThat(tree.write(new RevisionFile(Format.SQL, "1.sql", "-- größer\n")))
                .isEqualTo(Path.of("src/main/resources/db/revisions/1.sql"));
        assertThat(project.resolve("src/main/resources/db/revisions/1.sql")).hasContent("-- größer\n");
    }

    @Test
    void foldersMayLieElsewhere(@TempDir Path elsewhere) {
        SourceTree tree = new SourceTree(project, elsewhere, "org.shop", Path.of("sql/billing"), Conventions.STANDARD);

        assertThat(tree.write(new RevisionFile(Format.JAVA, "R1.java", "")))
                .isEqualTo(elsewhere.resolve("org/shop/R1.java"));
        assertThat(tree.write(new RevisionFile(Format.SQL, "1.sql", ""))).isEqualTo(Path.of("sql/billing/1.sql"));
    }

    @Test
    void nothingIsOverwritten() {
        SourceTree tree = SourceTree.of(project);
        Path written = tree.write(new RevisionFile(Format.SQL, "1.sql", "mine\n"));

        assertThatThrownBy(() -> tree.write(new RevisionFile(Format.SQL, "1.sql", "yours\n")))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("src/main/resources/db/revisions/1.sql exists already; nothing is overwritten.");
        assertThat(project.resolve(written)).hasContent("mine\n");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        Files.writeString(project.resolve("src"), "a file where a folder should be");

        assertThatThrownBy(() -> SourceTree.of(project).write(new RevisionFile(Format.SQL, "1.sql", "")))
                .isInstanceOf(RetortException.class)
                .hasMessageStartingWith("Cannot write src/main/resources/db/revisions/1.sql: ");
    }
}
