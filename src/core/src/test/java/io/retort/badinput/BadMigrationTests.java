package io.retort.badinput;

import static io.retort.testkit.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.internal.history.JavaRevisions;
import io.retort.migration.Migration;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import io.retort.testkit.TestDb;
import io.retort.testkit.dump.SchemaDump;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Mistakes in Java: classes that are no revisions, and migrations with invalid operations. {@code badinput/java.golden}
 * contains the messages; {@code -Dgolden.write} rewrites them.
 */
class BadMigrationTests {

    private static final Path GOLDEN = Path.of("src/test/resources/badinput/java.golden");

    @TestFactory
    Stream<DynamicTest> mistakesAreAnsweredWithSentences() throws IOException {
        Map<String, String> answers = new LinkedHashMap<>();
        BadClasses.ALL.forEach((title, type) -> answers.put(title, answer(JavaRevisions.of(type))));
        BadOperations.all().forEach((title, migration) -> answers.put(title, answer(saying(migration))));
        if (System.getProperty("golden.write") != null) {
            Files.writeString(GOLDEN, golden(answers));
        }
        Map<String, String> golden = read();
        assertThat(golden.keySet()).containsExactlyInAnyOrderElementsOf(answers.keySet());
        return answers.entrySet().stream()
                .map(answer -> DynamicTest.dynamicTest(
                        answer.getKey(),
                        () -> assertThat(answer.getValue())
                                .isEqualTo(golden.get(answer.getKey()))
                                .doesNotStartWith("!!")));
    }

    private static RevisionSource saying(Migration migration) {
        RevisionInfo info = new RevisionInfo(
                "3f2a91c07b4e", List.of(), List.of(), List.of(), "bad", null, true, "db.revisions.R3f2a91c07b4e_bad");
        return () -> List.of(new RevisionCode(info, () -> migration));
    }

    private static String answer(RevisionSource source) {
        try (TestDb db = H2.server().newDatabase()) {
            db.execute("create table account (id bigint primary key)");
            List<String> before = SchemaDump.of(db).lines();
            String answer = BadInputAnswer.to(
                    () -> Retort.on(db.dataSource(), List.of(source)).upgrade("head"));
            assertThat(SchemaDump.of(db).lines()).as("the database").isEqualTo(before);
            return answer.replaceAll("\\.java:\\d+\\)", ".java:n)").replaceAll("Object@[0-9a-f]+", "Object@...");
        } catch (AssertionError | SQLException e) {
            return "!! " + e.toString().lines().findFirst().orElse("");
        }
    }

    private static String golden(Map<String, String> answers) {
        StringBuilder text = new StringBuilder();
        answers.forEach((title, answer) ->
                text.append("=== ").append(title).append('\n').append(answer).append("\n\n"));
        return text.toString();
    }

    private static Map<String, String> read() throws IOException {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String part : Files.readString(GOLDEN).split("(?m)^=== ")) {
            if (!part.isBlank()) {
                String[] titleAndAnswer = part.split("\n", 2);
                answers.put(titleAndAnswer[0], titleAndAnswer[1].strip());
            }
        }
        return answers;
    }
}
