package io.retort.diff.author;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.internal.dialect.Dialects;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of a revision names the library that read the entities; the latest such file counts. */
class GeneratorInfoTests {

    @TempDir
    Path folder;

    @Test
    void itIsReadFromJavaAndSqlFiles() {
        SourceTree tree = SourceTree.of(folder);
        RevisionInfo first = info("a1", List.of(), "db.revisions.Ra1_begin");
        assertThat(GeneratorInfo.latest(RevisionGraph.of(List.of(first)), tree)).isEmpty();

        Draft java = Draft.empty("a1", List.of(), "begin", Instant.EPOCH).madeWith("Hibernate 7.3.0.Final");
        RevisionFile written = new JavaWriter(tree).write(java);
        assertThat(written.text())
                .contains(" * Begin.\n *\n * <p>Written from the entities with Hibernate 7.3.0.Final.\n */");
        tree.write(written);
        assertThat(GeneratorInfo.latest(RevisionGraph.of(List.of(first)), tree))
                .map(GeneratorInfo.Origin::madeWith)
                .contains("Hibernate 7.3.0.Final");

        Draft sql = Draft.empty("b2", List.of("a1"), "next", Instant.EPOCH).madeWith("Hibernate 7.4.5.Final");
        tree.write(new SqlWriter(tree, Dialects.named("h2")).write(sql));
        RevisionInfo second = info("b2", List.of("a1"), "db/revisions/b2_next.sql");
        assertThat(GeneratorInfo.latest(RevisionGraph.of(List.of(first, second)), tree))
                .contains(new GeneratorInfo.Origin(
                        "b2", folder.resolve("src/main/resources/db/revisions/b2_next.sql"), "Hibernate 7.4.5.Final"));
    }

    @Test
    void theProductCanHaveSeveralWordsAndNoVersion() {
        assertThat(GeneratorInfo.product("Hibernate 7.4.5.Final for HSQL Database Engine 2.7"))
                .contains(new TargetProduct("HSQL Database Engine", "2.7"));
        assertThat(GeneratorInfo.product("Hibernate 7.4.5.Final for HSQL Database Engine"))
                .contains(new TargetProduct("HSQL Database Engine", null));
        assertThat(GeneratorInfo.product("Hibernate 7.4.5.Final for PostgreSQL 17"))
                .contains(new TargetProduct("PostgreSQL", "17"));
        assertThat(GeneratorInfo.product("Hibernate 7.4.5.Final for H2 2.4")).contains(new TargetProduct("H2", "2.4"));
        assertThat(GeneratorInfo.product("Hibernate 7.4.5.Final")).isEmpty();
    }

    private static RevisionInfo info(String id, List<String> parents, String location) {
        return new RevisionInfo(id, parents, List.of(), List.of(), "step", null, true, location);
    }
}
