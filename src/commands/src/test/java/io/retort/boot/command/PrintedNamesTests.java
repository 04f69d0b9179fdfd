package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.autoconfigure.shop.ShopApplication;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.json.JsonParserFactory;

/** Names and messages that contain escape sequences of terminals, or that change the reading direction, are printed visibly. */
class PrintedNamesTests {

    /** Colours the terminal, sets its title, rings and reverses the line. */
    private static final String EVIL = "e\u001b[31m\u001b]0;owned\u0007\u202evil \u009b1m</script>";

    private static final String REVISION = """
            -- revision: a1
            -- message: create EVIL LONG
            -- branch-label: evil
            -- upgrade
            create table "EVIL" (id int not null primary key, "c EVIL" varchar(10));
            -- means: createTable("\\"EVIL\\"", column("id", integer()).notNull(), column("\\"c EVIL\\"", varchar(10)),
            -- means:         primaryKey("id"));
            comment on table "EVIL" is 'EVIL';
            -- downgrade
            drop table "EVIL";
            """;

    private static final String FAILING = """
            -- revision: b2
            -- parent: a1
            -- message: fail EVIL
            -- upgrade
            insert into "EVIL" values (1, 'EVIL EVIL');
            -- downgrade
            delete from "EVIL";
            """;

    @TempDir
    Path folder;

    private Path scripts;
    private final List<String> wrong = new ArrayList<>();

    @Test
    void theTerminalShowsThemAsText() throws Exception {
        scripts = Files.createDirectories(folder.resolve("db"));
        write("a1_create.sql", REVISION);
        try (TestDb db = TestDatabase.H2.server().newDatabase()) {
            ToolInside story = tool(StoryApplication.class, db);
            visible(story, "history --graph", "plan", "upgrade", "current", "plan --downgrade base", "show a1");
            write("b2_fail.sql", FAILING);
            visible(
                    story,
                    "history",
                    "history --mermaid",
                    "history --verbose",
                    "heads",
                    "branches",
                    "show b2",
                    "plan",
                    "lint",
                    "upgrade",
                    "blame \"e*\"",
                    "blame \"nope\"",
                    "blame \"" + EVIL + "\"",
                    "replay",
                    "report --output=" + folder.resolve("out"),
                    "stamp \"" + EVIL + "\"",
                    "stamp base",
                    "downgrade base");
            db.execute("create table if not exists product (id bigint primary key, title varchar(255))");
            visible(
                    tool(ShopApplication.class, db),
                    "check",
                    "revision --message=\"" + EVIL + "\"",
                    "adopt",
                    "check --offline");
        }

        assertThat(wrong).isEmpty();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(scripts.resolve(name), text.replace("EVIL", EVIL).replace("LONG", "x".repeat(1_000)));
    }

    /** As text, and as one JSON object. A stack trace is no answer either. */
    private void visible(ToolInside tool, String... commands) {
        for (String command : commands) {
            for (String form : List.of(command, command + " --json")) {
                String seen = tool.run(form).seen();
                if (seen.chars().anyMatch(sign -> sign < ' ' && sign != '\n' && sign != '\t' || isHidden(sign))
                        || seen.contains("\tat ")) {
                    wrong.add(form + ":\n" + seen.replace("\u001b", "<ESC>").replace("\u202e", "<RLO>"));
                }
                if (form.endsWith("--json") && !command.contains("mermaid")) {
                    String json = seen.lines()
                            .filter(line -> !line.startsWith("! "))
                            .findFirst()
                            .orElse("");
                    assertThat(JsonParserFactory.getJsonParser().parseMap(json))
                            .as(form)
                            .containsKey("exit");
                }
            }
        }
    }

    private static boolean isHidden(int sign) {
        return sign == 0x7f || sign >= 0x80 && sign < 0xa0 || sign == 0x202e;
    }

    private ToolInside tool(Class<?> application, TestDb db) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("retort.locations", "file:" + scripts + ",db.revisions");
        for (String place : List.of("sources", "resources", "classes")) {
            properties.put("retort." + place, folder.resolve(place).toString());
        }
        return ToolInside.on(db, application, properties);
    }
}
