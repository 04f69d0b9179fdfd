package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.autoconfigure.shop.ShopApplication;
import io.retort.boot.command.broken.BrokenApplication;
import io.retort.boot.command.story.StoryApplication;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.json.JsonParserFactory;

/**
 * Every command prints one JSON object on standard output, whatever fails; standard error has no stack trace; the exit
 * code is the same as without JSON, and the problem is the one that the text names.
 */
class JsonFailureTests {

    private static final Class<?> STORY = StoryApplication.class;

    /** The arguments that a command needs before a failure of the application can show. */
    private static final Map<String, String> NEEDED = Map.of(
            "downgrade", " base", "stamp", " heads", "script", " base:heads", "revision", " --message=next --empty");

    /** What is the same for all commands; every eighth is enough for the others, as each starts an application. */
    private static final boolean FULL = Boolean.getBoolean("retort.full");

    @TempDir
    Path folder;

    private int number;

    /**
     * A failure.
     *
     * @param name its name
     * @param application the application
     * @param arguments added to the command
     * @param properties added to those of the application
     */
    private record Failure(String name, Class<?> application, String arguments, Map<String, Object> properties) {}

    private record Seen(int exit, String out, String talk) {

        static Seen of(ToolInside.Answer answer) {
            Map<Boolean, String> lines = answer.seen()
                    .lines()
                    .collect(Collectors.partitioningBy(line -> line.startsWith("! "), Collectors.joining("\n")));
            return new Seen(
                    answer.outcome().status().code(),
                    String.valueOf(lines.get(false)),
                    String.valueOf(lines.get(true)).replaceAll("(?m)^! ", ""));
        }
    }

    private List<Failure> mistakes() {
        return List.of(
                new Failure("unknown option", STORY, " --nope", Map.of()),
                new Failure("option twice", STORY, " --unit=a --unit=b", Map.of()),
                new Failure("open quote", STORY, " --message=\"add", Map.of()));
    }

    private List<Failure> failures() throws IOException {
        Path broken = Files.createDirectories(folder.resolve("broken/db"));
        Files.writeString(broken.resolve("a1_x.sql"), "-- revision: a1\n-- parents:\nselect 1;\n");
        return List.of(
                new Failure("unknown unit", STORY, " --unit=nope", Map.of()),
                new Failure("no tenants", STORY, " --tenant=nope", Map.of()),
                new Failure("no server", STORY, "", Map.of("spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/x")),
                new Failure("no driver", STORY, "", Map.of("spring.datasource.url", "jdbc:nope:x")),
                new Failure("misspelt property", STORY, "", Map.of("retort.tabel", "x")),
                new Failure("no location", STORY, "", Map.of("retort.locations", "classpath:nowhere")),
                new Failure("broken file", STORY, "", Map.of("retort.locations", "file:" + broken)),
                new Failure("not active", STORY, "", Map.of("retort.enabled", "false")),
                new Failure("other tool", STORY, "", Map.of("retort.revision.format", "flyway")),
                new Failure("no data source", STORY, "", Map.of("spring.datasource.url", "")));
    }

    @Test
    void everyFailureIsOneObject() throws IOException {
        Map<String, Integer> failed = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        int runs = 0;
        List<Failure> all = new ArrayList<>(mistakes());
        all.addAll(failures());
        int turn = 0;
        for (String word : ToolInside.words()) {
            for (Failure failure : all) {
                boolean cheap =
                        failure.name().contains("option") || failure.name().contains("quote");
                if (FULL || cheap || turn++ % 8 == 0) {
                    int exit = judged(word + NEEDED.getOrDefault(word, "") + failure.arguments(), failure, wrong);
                    runs++;
                    failed.merge(failure.name(), exit == 0 ? 0 : 1, Integer::sum);
                }
            }
        }
        assertThat(wrong).as("of %s runs", runs).isEmpty();
        assertThat(runs).isGreaterThan(FULL ? 250 : 80);
        assertThat(failed.values())
                .as("%s", failed)
                .allSatisfy(count -> assertThat(count).isPositive());
    }

    @Test
    void aMappingThatHibernateRefusesIsNamed() throws IOException {
        for (String word : List.of("revision --message=x", "check", "adopt", "dev")) {
            assertThat(isOneObject(word, new Failure("mapping", BrokenApplication.class, "", Map.of())))
                    .isEqualTo(1);
        }
    }

    @Test
    void aFailedStatementHasItsPlace() throws IOException {
        Path file = Files.createDirectories(folder.resolve("failing/db")).resolve("a1_x.sql");
        Files.writeString(file, """
                -- revision: a1
                -- message: fails
                -- upgrade
                create table t (id int);

                insert into t values ('no number');
                -- downgrade
                drop table t;
                """);
        Failure failing = new Failure("statement", STORY, "", Map.of("retort.locations", "file:" + file.getParent()));
        Map<String, Object> failure = failureOf(run("upgrade --json", failing));

        assertThat(failure.get("problem")).isEqualTo("Revision a1 (fails) failed while upgrading.");
        assertThat(failure.get("where"))
                .isEqualTo(Map.of(
                        "revision",
                        "a1",
                        "file",
                        file.toString(),
                        "line",
                        6,
                        "operation",
                        "! sql insert into t values ('no number')",
                        "operationNumber",
                        2,
                        "statement",
                        "insert into t values ('no number')",
                        "statementNumber",
                        2));
        assertThat(String.valueOf(failure.get("remedy"))).isNotBlank();
    }

    @Test
    void questionsHaveTheirAnswersAndTheCommandThatGivesThem() throws Exception {
        try (TestDb db = TestDatabase.H2.server().newDatabase()) {
            db.execute("create table product (id bigint not null primary key, fax varchar(20))");
            Failure shop =
                    new Failure("question", ShopApplication.class, "", Map.of("retort.locations", "db.revisions"));
            String command = "revision --message=\"drop fax\" --json";
            Seen seen = Seen.of(new ToolInside(shop.application(), properties(shop, db)).run(command));
            Map<String, Object> json = JsonParserFactory.getJsonParser().parseMap(seen.out());

            assertThat(json).containsEntry("exit", 3).containsKeys("questions", "failure");
            assertThat(json.get("failure").toString()).contains("mvn migrate:revision -Dmessage=\"drop fax\" -Djson");
        }
    }

    private int judged(String command, Failure failure, List<String> wrong) throws IOException {
        try {
            return isOneObject(command, failure);
        } catch (AssertionError found) {
            wrong.add(String.valueOf(found.getMessage()));
            return 0;
        }
    }

    private int isOneObject(String command, Failure failure) throws IOException {
        Seen text = run(command, failure);
        Seen json = run(command + " --json", failure);
        String what = failure.name() + ": " + command + "\n" + json + "\nas text: " + text;

        assertThat(json.out().lines()).as(what).hasSize(1);
        Map<String, Object> object = JsonParserFactory.getJsonParser().parseMap(json.out());
        assertThat(json.exit()).as(what).isEqualTo(text.exit());
        assertThat(object).as(what).containsEntry("retort", 1).containsEntry("exit", json.exit());
        assertThat(json.talk()).as(what).doesNotContain("\tat ", "Exception");
        if (List.of(1, 2, 3, 6).contains(json.exit())) {
            Map<String, Object> problem = failureOf(json);
            assertThat(problem).as(what).containsKeys("problem", "detail", "where", "remedy", "commands");
            assertThat(problem).as(what).doesNotContainKey("trace");
            assertThat(String.valueOf(problem.get("problem"))).as(what).isNotBlank();
            assertThat(String.valueOf(problem.get("remedy"))).as(what).isNotBlank();
            assertThat(text.talk()).as(what).contains(withoutStop(problem.get("problem")));
        }
        return json.exit();
    }

    private static String withoutStop(Object sentence) {
        String text = String.valueOf(sentence).replace(" --json", "");
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private Seen run(String command, Failure failure) throws IOException {
        try (TestDb db = TestDatabase.H2.server().newDatabase()) {
            return Seen.of(new ToolInside(failure.application(), properties(failure, db)).run(command));
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private Map<String, Object> properties(Failure failure, TestDb db) throws IOException {
        Map<String, Object> properties = new LinkedHashMap<>();
        Path project = Files.createDirectories(folder.resolve("project" + number++));
        properties.put("spring.datasource.url", db.url());
        properties.put("spring.datasource.username", db.user());
        properties.put("spring.datasource.hikari.connection-timeout", "250");
        properties.put("retort.locations", "classpath:story,db.revisions");
        properties.put("retort.sources", project.toString());
        properties.put("retort.resources", project.toString());
        properties.put("retort.classes", project.toString());
        properties.put("retort.interactive", "false");
        properties.putAll(failure.properties());
        return properties;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> failureOf(Seen seen) {
        Map<String, Object> json = JsonParserFactory.getJsonParser().parseMap(seen.out());
        assertThat(json).as(seen.toString()).containsKey("failure");
        return (Map<String, Object>) json.get("failure");
    }
}
