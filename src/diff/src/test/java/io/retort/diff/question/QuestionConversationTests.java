package io.retort.diff.question;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.error.AdviceStyle;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/**
 * The exact text of every kind of question, with and without a terminal. The actual text is written to
 * {@code target/conversations}; copy it from there after an intended change.
 */
class QuestionConversationTests {

    @TempDir
    Path folder;

    @OnDatabases(POSTGRESQL)
    void withoutATerminalAllIsAskedAtOnce(TestDb db) throws Exception {
        WrittenProject project = ShopProject.begun(folder, db);
        StringBuilder held = new StringBuilder();
        for (List<Class<?>> next : List.of(ShopVersions.renamed(), ShopVersions.strict(), ShopVersions.less())) {
            try (Bootstrap hibernate = Bootstrap.on(db).entities(next)) {
                UnansweredException open = catchThrowableOfType(
                        UnansweredException.class,
                        () -> project.revision("next", hibernate.metadata(), new GivenAnswers(List.of())));
                held.append(open.what()).append('\n').append(open.action()).append("\n\n");
            }
        }
        assertThat(files(folder)).as("revisions").hasSize(1);
        same("questions-ci.txt", held.toString());
    }

    @OnDatabases(POSTGRESQL)
    void renamesAtATerminal(TestDb db) throws Exception {
        held(db, ShopVersions.renamed(), "questions-renames.txt", "r", "r", "", "r", "r", "r", "r");
    }

    @OnDatabases(POSTGRESQL)
    void strictnessAtATerminal(TestDb db) throws Exception {
        held(
                db,
                ShopVersions.strict(),
                "questions-strictness.txt",
                "a",
                "m 1",
                "m",
                "PASSIVE",
                "v true",
                "v 'BASIC'",
                "x upper(mail)",
                "c",
                "k",
                "n",
                "a");
    }

    @OnDatabases({POSTGRESQL, H2})
    void dropsAtATerminal(TestDb db) throws Exception {
        held(db, ShopVersions.less(), "questions-drops.txt", "d", "what?", "k");
    }

    private void held(TestDb db, List<Class<?>> model, String name, String... lines) throws Exception {
        WrittenProject project = ShopProject.begun(folder, db);
        Person person = new Person(lines);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(model)) {
            project.revision("next", hibernate.metadata(), new InteractiveAnswers(person, AdviceStyle.LIBRARY));
        } finally {
            written(name, heard(person));
        }
        assertThat(files(folder)).as("revisions").hasSize(2);
        same(name, heard(person));
    }

    private static String heard(Person person) {
        return String.join("\n", person.heard) + "\n";
    }

    @OnDatabases({POSTGRESQL, MYSQL})
    void whatIsDroppedOrKeptIsSaid(TestDb db) throws Exception {
        WrittenProject project = ShopProject.begun(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(ShopVersions.less())) {
            var result = project.revision(
                    "less", hibernate.metadata(), ShopProject.answers("drop=purchase", "keep=customer.city"));
            assertThat(result.describe())
                    .contains("  - table purchase")
                    .contains("skipped: customer.city: not changed, as answered (column-gone)")
                    .noneMatch(line -> line.contains("- column"));
        }
        project.retort().upgrade("head");
        assertThat(db.query("select city from customer where id = 1")).containsExactly("Ghent");
        project.retort().downgrade("-1");
        assertThat(db.query("select count(*) from purchase")).containsExactly("0");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder.resolve("src/main/java/db/revisions"))) {
            return files.toList();
        }
    }

    private static void written(String name, String held) throws IOException {
        Path kept = Files.createDirectories(Path.of("target/conversations"));
        Files.writeString(kept.resolve(name), held);
    }

    private static void same(String name, String held) throws IOException {
        written(name, held);
        assertThat(held.strip())
                .isEqualTo(Files.readString(Path.of("src/test/resources/conversations", name))
                        .strip());
    }

    private static final class Person implements Prompt {

        private final Deque<String> lines;
        private final List<String> heard = new ArrayList<>();

        Person(String... lines) {
            this.lines = new ArrayDeque<>(List.of(lines));
        }

        @Override
        public void say(String line) {
            heard.add(line);
        }

        @Override
        public @Nullable String ask(String prompt) {
            String line = lines.poll();
            heard.add(prompt + line);
            return line;
        }
    }
}
