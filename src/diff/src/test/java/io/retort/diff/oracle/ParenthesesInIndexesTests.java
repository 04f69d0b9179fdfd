package io.retort.diff.oracle;

import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.models.Bootstrap;
import io.retort.diff.question.Answers;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;

/** Parentheses in the strings of an indexed expression do not belong to the expression. */
class ParenthesesInIndexesTests {

    @TempDir
    Path folder;

    static final class Before {

        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            long id;

            String name;
        }
    }

    static final class After {

        @Entity(name = "Item")
        @Table(
                name = "item",
                indexes = {
                    @Index(name = "ix_closed", columnList = "(name || ')')"),
                    @Index(name = "ix_opened", columnList = "(name || '(')"),
                    @Index(name = "ix_both", columnList = "(name || ')' || '(')"),
                    @Index(name = "ix_two", columnList = "(lower(name) || (upper(name)))")
                })
        static class Item {
            @Id
            long id;

            String name;
        }
    }

    @OnDatabases({POSTGRESQL, SQLITE})
    void anIndexIsWrittenWithoutTheOuterParentheses(TestDb db) throws Exception {
        WrittenProject project = new WrittenProject(folder, db);
        revise(project, db, Before.Item.class);
        db.execute("insert into item (id, name) values (1, 'a(b')");

        String written = revise(project, db, After.Item.class);

        assertThat(written).contains("name || ')'", "name || '('").doesNotContain("\"(name", "\"((name");
        try (Bootstrap hibernate = Bootstrap.on(db).entities(After.Item.class)) {
            assertThat(project.revision("none", hibernate.metadata(), Answers.NONE)
                            .written())
                    .isFalse();
            assertThat(project.comparedWithHistory(hibernate.metadata()).operations())
                    .isEmpty();
        }
        project.retort().downgrade("-1");
        project.retort().upgrade("head");
    }

    private String revise(WrittenProject project, TestDb db, Class<?> entity) throws IOException {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entity)) {
            Path file = Objects.requireNonNull(
                    project.revision("next", hibernate.metadata(), Answers.NONE).file());
            project.retort().upgrade("head");
            return Files.readString(folder.resolve(file));
        }
    }
}
