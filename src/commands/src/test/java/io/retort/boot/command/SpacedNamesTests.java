package io.retort.boot.command;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.autoconfigure.shop.ShopApplication;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Names of tables that begin or end with a space are exact. MariaDB has none that end with one. */
class SpacedNamesTests {

    @TempDir
    Path folder;

    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void theirSpacesStay(TestDb db) throws Exception {
        boolean ends = db.database() != MARIADB;
        List<String> names = ends ? List.of(" begin", "end ", " both ") : List.of(" begin");
        for (String name : names) {
            db.execute("create table " + quoted(name, db) + " (id int not null primary key)");
            db.execute("create table " + quoted(name.strip(), db) + " (id int not null primary key)");
        }
        Files.createDirectories(folder.resolve("db"));
        ToolInside tool = tool(db);
        String text = tool.run("check").seen();
        String json = tool.run("check --json").seen();

        for (String name : names) {
            assertThat(text).contains('"' + name + '"').contains(name.strip());
            assertThat(json).contains("\\\"" + name + "\\\"");
        }
    }

    /** A revision created it, so it is dropped, with its columns. */
    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void aRevisionOwnsItsTable(TestDb db) throws Exception {
        Path scripts = Files.createDirectories(folder.resolve("db"));
        Files.writeString(scripts.resolve("a1.sql"), """
                -- revision: a1
                -- upgrade
                create table NAME (id int not null primary key);
                -- means: createTable("\\" begin\\"", column("id", integer()).notNull(), primaryKey("id"));
                -- downgrade
                drop table NAME;
                """.replace("NAME", quoted(" begin", db)));
        ToolInside tool = tool(db);
        tool.run("upgrade");

        assertThat(tool.run("check").seen()).contains("  - table \" begin\"").doesNotContain("not managed");
    }

    private static String quoted(String name, TestDb db) {
        String quote = db.database() == MARIADB ? "`" : "\"";
        return quote + name + quote;
    }

    private ToolInside tool(TestDb db) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("retort.locations", "file:" + folder.resolve("db") + ",db.revisions");
        for (String place : List.of("sources", "resources", "classes")) {
            properties.put("retort." + place, folder.resolve(place).toString());
        }
        return ToolInside.on(db, ShopApplication.class, properties);
    }
}
