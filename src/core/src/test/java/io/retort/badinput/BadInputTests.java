package io.retort.badinput;

import static io.retort.testkit.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.internal.database.HistoryTable;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.SqlRevisions;
import io.retort.operation.Statement;
import io.retort.schema.QualifiedName;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import io.retort.testkit.TestDb;
import io.retort.testkit.dump.SchemaDump;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every mistake in {@code badinput} results in the message of its file and leaves the database unchanged.
 * {@code -Dgolden.write} rewrites the messages; read each of them afterwards as a user would.
 */
class BadInputTests {

    private static final Path FOLDER = Path.of("src/test/resources/badinput");

    @TestFactory
    Stream<DynamicContainer> mistakesAreAnsweredWithSentences() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(this::container)
                    .toList()
                    .stream();
        }
    }

    private DynamicContainer container(Path file) {
        List<BadInput> cases = BadInput.read(read(file));
        if (System.getProperty("golden.write") != null) {
            write(file, cases);
            cases = BadInput.read(read(file));
        }
        return DynamicContainer.dynamicContainer(
                file.getFileName().toString(),
                cases.stream()
                        .map(mistake -> DynamicTest.dynamicTest(mistake.title(), () -> {
                            assertThat(answer(mistake)).isEqualTo(mistake.says());
                        })));
    }

    private static String answer(BadInput mistake) throws SQLException {
        try (TestDb db = H2.server().newDatabase()) {
            db.execute("create table account (id bigint primary key)");
            if (!mistake.rows().isBlank()) {
                for (Statement statement :
                        new HistoryTable(QualifiedName.parse("retort_revision"), Dialects.named("h2")).create()) {
                    db.execute(((Statement.Sql) statement).text());
                }
                db.execute(mistake.rows());
            }
            List<String> before = SchemaDump.of(db).lines();
            String answer = BadInputAnswer.to(() -> run(mistake, db));
            assertThat(SchemaDump.of(db).lines()).as("the database").isEqualTo(before);
            return answer;
        }
    }

    private static void run(BadInput mistake, TestDb db) {
        Retort retort = Retort.on(db.dataSource(), List.of(source(mistake.files())));
        String[] command = mistake.command().split(" ", 2);
        String target = command.length < 2 ? "" : command[1];
        switch (command[0]) {
            case "downgrade" -> retort.downgrade(target);
            case "stamp" -> retort.stamp(List.of(target.split(" ")), false);
            default -> retort.upgrade(target);
        }
    }

    private static RevisionSource source(Map<String, String> files) {
        return () -> files.entrySet().stream().map(BadInputTests::revision).toList();
    }

    private static RevisionCode revision(Map.Entry<String, String> file) {
        return SqlRevisions.parse(file.getValue(), "db/revisions/" + file.getKey(), Map.of("schema", "shop"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void write(Path file, List<BadInput> cases) {
        String text = cases.stream()
                .map(mistake -> {
                    try {
                        return mistake.answered(answer(mistake));
                    } catch (AssertionError | Exception e) {
                        return mistake.answered("!! " + e);
                    }
                })
                .collect(Collectors.joining());
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
