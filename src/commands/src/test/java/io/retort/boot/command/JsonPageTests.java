package io.retort.boot.command;

import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.autoconfigure.shop.ShopApplication;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.json.JsonParserFactory;

/** Every command prints JSON in the format that {@code docs/commands.md} documents. */
class JsonPageTests {

    private static final Pattern ROW = Pattern.compile("^\\| (`.*) \\| (`.*) \\|$", Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("`([\\w-]+)`");

    /** Each command line with the row of the page's table that documents its names. */
    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("upgrade mail@head --plan --json", "`upgrade`, `downgrade` with `-Dplan`; `plan`"),
            Map.entry("plan --json", "`upgrade`, `downgrade` with `-Dplan`; `plan`"),
            Map.entry("upgrade heads --sql --json", "`upgrade`, `downgrade`, `stamp` with `-Dsql`; `script`"),
            Map.entry("downgrade d4000000:base --sql --json", "`upgrade`, `downgrade`, `stamp` with `-Dsql`; `script`"),
            Map.entry("stamp heads --sql --json", "`upgrade`, `downgrade`, `stamp` with `-Dsql`; `script`"),
            Map.entry("script --json", "`upgrade`, `downgrade`, `stamp` with `-Dsql`; `script`"),
            Map.entry("upgrade b2000000 --json", "`upgrade`, `downgrade`, `stamp`"),
            Map.entry("downgrade base --json", "`upgrade`, `downgrade`, `stamp`"),
            Map.entry("stamp base --json", "`upgrade`, `downgrade`, `stamp`"),
            Map.entry("current --json", "`current`"),
            Map.entry("repair --json", "`repair`"),
            Map.entry("history --json", "`history`"),
            Map.entry("heads --json", "`heads`"),
            Map.entry("branches --json", "`branches`"),
            Map.entry("show --json", "`show`"),
            Map.entry("blame account --json", "`blame`"));

    @TempDir
    Path folder;

    private final Map<String, Set<String>> page;

    JsonPageTests() throws IOException {
        page = ROW.matcher(Files.readString(Path.of("../../docs/commands.md")))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> words(row.group(2)), (one, other) -> one));
    }

    @Test
    void everyCommandTakesTheOption() {
        assertThat(Commands.all().words())
                .allSatisfy(word -> assertThat(Commands.all()
                                .find(CommandLine.parse(word))
                                .options()
                                .names())
                        .contains("json"));
    }

    @OnDatabases(POSTGRESQL)
    void aCommandHasTheNamesOfItsRow(TestDb db) {
        Dialogue shop = Dialogue.aboutTheStory(db);

        SAID.forEach((command, row) -> told(row, shop.ask(command)));
    }

    @OnDatabases(POSTGRESQL)
    void writingHasTheNamesOfItsRow(TestDb db) {
        Dialogue shop = Dialogue.aboutAProject(db, folder);
        String row = "`revision`, `merge`";

        told(row, shop.ask("revision --empty --format=sql --message=a --rev-id=a1 --json"));
        shop.ask("revision --empty --format=sql --message=b --rev-id=b2");
        shop.ask("revision --empty --format=sql --message=c --rev-id=c3 --head=a1 --splice");
        told(row, shop.ask("merge --format=sql --json"));
    }

    @OnDatabases(POSTGRESQL)
    void adoptingHasTheNamesOfItsRow(TestDb db) throws SQLException {
        db.execute("create table product (id bigint not null primary key, name varchar(255))");
        ToolInside tool = new ToolInside(
                ShopApplication.class,
                Map.of(
                        "spring.datasource.url",
                        db.url(),
                        "spring.datasource.username",
                        db.user(),
                        "retort.sources",
                        folder.toString(),
                        "retort.locations",
                        "db.revisions"));

        told("`adopt`", tool.run("adopt --json").seen());
    }

    private void told(String row, String json) {
        assertThat(json.lines()).as(json).hasSize(1);
        Map<String, Object> said = JsonParserFactory.getJsonParser().parseMap(json);
        assertThat(said.remove("retort")).as("the version of the shape").isEqualTo(1);
        assertThat(said.remove("exit")).as("the exit code").isEqualTo(0);
        assertThat(page).containsKey(row);
        assertThat(page.get(row)).as(row).containsAll(said.keySet());
        assertThat(said).isNotEmpty();
    }

    private static Set<String> words(String text) {
        List<MatchResult> found = WORD.matcher(text).results().toList();
        return found.stream().map(word -> word.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
