package io.retort.diff.author.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.author.tool.MasterChangelog.ChangelogFormat;
import io.retort.diff.author.tool.MasterChangelog.Include;
import io.retort.diff.author.tool.MasterChangelog.Selection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Liquibase itself reads the changelogs to which an entry was added. */
class MasterChangelogTests {

    private static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog
                xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
            %s</databaseChangeLog>
            """;

    @TempDir
    Path folder;

    static Stream<Arguments> appended() {
        return Stream.of(
                Arguments.of("m.yaml", "databaseChangeLog:\n"),
                Arguments.of("m.yaml", "# main\ndatabaseChangeLog: []\n"),
                Arguments.of("m.yaml", "# main\ndatabaseChangeLog:\n  - include:\n      file: db/old.sql\n"),
                Arguments.of("m.yaml", "databaseChangeLog:\n- include:\n    file: db/old.sql"),
                Arguments.of(
                        "m.yml",
                        "databaseChangeLog:\n  - include:\n      file: old.sql\n      relativeToChangelogFile: true\n"
                                + "  # end\n"),
                Arguments.of(
                        "m.yaml",
                        "databaseChangeLog:\n  - changeSet:\n      id: a\n      author: ann\n      changes:\n"
                                + "        - sql:\n            sql: select 1\n"),
                Arguments.of("m.xml", XML.formatted("")),
                Arguments.of("m.xml", XML.formatted("    <include file=\"db/old.sql\"/>\n")),
                Arguments.of(
                        "m.xml",
                        XML.formatted("    <!-- </x> --><include file=\"old.sql\" relativeToChangelogFile=\"true\"/>")),
                Arguments.of("m.json", "{\"databaseChangeLog\": []}\n"),
                Arguments.of("m.json", "{\"databaseChangeLog\": [\n  {\"include\": {\"file\": \"db/old.sql\"}}\n]}\n"));
    }

    @ParameterizedTest
    @MethodSource("appended")
    void liquibaseReadsTheNewFileLast(String name, String text) throws Exception {
        Path main = Files.createDirectories(folder.resolve("db"));
        Files.writeString(main.resolve("old.sql"), "--liquibase formatted sql\n--changeset ann:old\nselect 1;\n");
        Files.writeString(main.resolve("new.sql"), "--liquibase formatted sql\n--changeset ann:new\nselect 2;\n");
        Files.writeString(main.resolve(name), text);
        List<String> before = ids(name);
        MasterChangelog master = new MasterChangelog(text, ChangelogFormat.of(name));

        Optional<String> changed = master.including(master.isRelative() ? "new.sql" : "db/new.sql");

        Files.writeString(main.resolve(name), changed.orElseThrow());
        List<String> expected = Stream.concat(before.stream(), Stream.of("new")).toList();
        assertThat(ids(name)).as(changed.get()).isEqualTo(expected);
    }

    static Stream<Arguments> unusual() {
        return Stream.of(
                Arguments.of("m.yaml", "databaseChangeLog: []\nother: 1\n"),
                Arguments.of("m.yaml", "databaseChangeLog:\n  - include: {file: a.sql}\nother: 1\n"),
                Arguments.of("m.yaml", "---\ndatabaseChangeLog:\n  - include: {file: a.sql}\n"),
                Arguments.of("m.yaml", "databaseChangeLog:\n\t- include: {file: a.sql}\n"),
                Arguments.of("m.yaml", "{databaseChangeLog: [{include: {file: a.sql}}]}\n"),
                Arguments.of("m.xml", "<databaseChangeLog/>"),
                Arguments.of("m.xml", "<databaseChangeLog></databaseChangeLog><!-- </databaseChangeLog> -->"),
                Arguments.of("m.json", "{\"databaseChangeLog\": [], \"other\": 1}"),
                Arguments.of("m.groovy", "databaseChangeLog {}"));
    }

    @ParameterizedTest
    @MethodSource("unusual")
    void anUnusualFormIsNotChanged(String name, String text) {
        assertThat(new MasterChangelog(text, ChangelogFormat.of(name)).including("new.sql"))
                .isEmpty();
    }

    static Stream<Arguments> lasts() {
        return Stream.of(
                Arguments.of("- includeAll:\n    path: db/changes/\n", true, "db/changes/"),
                Arguments.of("- includeAll:\n    path: a/\n- include:\n    file: b/c.sql\n", false, "b/c.sql"),
                Arguments.of("- include: {file: \"b/c.sql\"}\n# - includeAll: {path: x}\n", false, "b/c.sql"),
                Arguments.of("<includeAll relativeToChangelogFile=\"true\" path=\"changes\"/>", true, "changes"),
                Arguments.of("<include file=\"a.xml\"/><!-- <include file=\"b.xml\"/> -->", false, "a.xml"),
                Arguments.of("[{\"include\": {\"file\": \"a.xml\"}}]", false, "a.xml"));
    }

    @ParameterizedTest
    @MethodSource("lasts")
    void theLastEntryDecidesWhereFilesAre(String text, boolean all, String path) {
        Include last = new MasterChangelog(text, ChangelogFormat.YAML).last().orElseThrow();
        assertThat(last.folder()).isEqualTo(all);
        assertThat(last.path()).isEqualTo(path);
        assertThat(last.relative()).isEqualTo(text.contains("relative"));
    }

    static Stream<Arguments> selections() {
        return Stream.of(
                Arguments.of("- includeAll:\n    path: a\n    endsWithFilter: \".xml\"\n", Selection.NONE),
                Arguments.of("- includeAll:\n    endsWithFilter: .SQL\n    path: a\n", Selection.ALL),
                Arguments.of("- includeAll:\n    path: a\n    maxDepth: 1\n", Selection.CONDITIONAL),
                Arguments.of("- includeAll: {path: a, contextFilter: test}\n", Selection.CONDITIONAL),
                Arguments.of("- includeAll:\n    path: a\n- property:\n    context: test\n", Selection.ALL),
                Arguments.of("<includeAll path=\"a\" filter=\"com.example.Mine\"/>", Selection.CONDITIONAL),
                Arguments.of("<includeAll resourceComparator=\"com.example.Mine\" path=\"a\"/>", Selection.CONDITIONAL),
                Arguments.of("<includeAll path=\"a\"/><changeSet context=\"test\"/>", Selection.ALL),
                Arguments.of("[{\"includeAll\": {\"path\": \"a\", \"endsWithFilter\": \"xml\"}}]", Selection.NONE),
                Arguments.of(
                        "[{\"includeAll\": {\"path\": \"a\"}}, {\"property\": {\"labels\": \"x\"}}]", Selection.ALL));
    }

    @ParameterizedTest
    @MethodSource("selections")
    void anEntryTellsWhetherNewFilesOfItsFolderRun(String text, Selection selection) {
        assertThat(new MasterChangelog(text, ChangelogFormat.YAML).last())
                .map(Include::selection)
                .contains(selection);
    }

    private List<String> ids(String name) throws Exception {
        DirectoryResourceAccessor resources = new DirectoryResourceAccessor(folder);
        return ChangeLogParserFactory.getInstance()
                .getParser("db/" + name, resources)
                .parse("db/" + name, new ChangeLogParameters(), resources)
                .getChangeSets()
                .stream()
                .map(ChangeSet::getId)
                .toList();
    }
}
