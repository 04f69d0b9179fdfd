package io.retort.stories;

import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.stories.MavenBuild.Result;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Goals with a class data archive do the same as without one, in a real application. */
class ClassDataArchiveStory {

    private static final String ACCOUNT = "src/main/java/com/example/ledger/Account.java";
    private static final String FIELD = "    private LocalDate opened;";

    @TempDir
    Path folder;

    @OnDatabases(POSTGRESQL)
    void anArchiveIsCreatedOnceAndUsed(TestDb db) throws Exception {
        StoryProject project = StoryProject.copy("ledger", folder, db);
        succeeds(run(project, "migrate:dev"));
        db.execute("insert into account (iban, kind) values ('DE00', 'PRIVATE')");
        assertThat(archives()).isEmpty();

        Result recorded = succeeds(run(project, "migrate:check"));
        Path archive = awaitArchive();
        Instant created = Files.getLastModifiedTime(archive).toInstant();

        Result archived = succeeds(run(project, "migrate:check"));
        assertThat(archived.talk()).isEqualTo(recorded.talk());
        assertThat(Files.getLastModifiedTime(archive).toInstant()).isAfter(created);

        project.edit(ACCOUNT, FIELD, FIELD + "\n\n    private String note;");
        assertThat(succeeds(run(project, "migrate:dev", "migrate:current", "-Dmessage=remember"))
                        .output())
                .contains("+ column account.note varchar(255)", "Entities and database agree.")
                .contains("2 of 2 revisions applied");
        assertThat(db.query("select iban, note from account")).containsExactly("DE00|null");

        damage(archive);
        assertThat(succeeds(run(project, "migrate:check")).talk()).isEqualTo(recorded.talk());
        assertThat(archives()).containsExactly(archive);
    }

    private Result run(StoryProject project, String... words) {
        String[] all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = "-Dmigrate.classDataSharing=true";
        return new MavenBuild(project.folder())
                .run(Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()), all);
    }

    private Path awaitArchive() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(5));
        while (archives().isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        assertThat(archives()).hasSize(1);
        return archives().get(0);
    }

    private List<Path> archives() throws IOException {
        Path cache = folder.resolve("cache/retort/class-data");
        try (Stream<Path> files = Files.isDirectory(cache) ? Files.list(cache) : Stream.empty()) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        }
    }

    private static void damage(Path archive) throws IOException {
        byte[] content = Files.readAllBytes(archive);
        Arrays.fill(content, content.length / 2, content.length / 2 + 1_000_000, (byte) 7);
        assertThat(archive.toFile().setWritable(true)).isTrue();
        Files.write(archive, content);
    }

    private static Result succeeds(Result result) {
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result;
    }
}
