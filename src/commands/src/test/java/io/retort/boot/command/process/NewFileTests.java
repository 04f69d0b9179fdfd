package io.retort.boot.command.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.command.story.StoryApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Effects of {@code retort.revision.*} and {@code retort.locations} on a new file, in a separate JVM. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Tag("long")
class NewFileTests {

    private static final String REVISION = "revision --empty --message=\"add phone\" --head=d4000000";

    @TempDir
    Path folder;

    @Test
    void itIsNamedPlacedAndFormattedAsTheTeamSays() throws Exception {
        ToolProcess tool = run(
                REVISION + " --path=classpath:more",
                Map.of(
                        "retort.revision.file-pattern", "{year}-{month}.{rev}_{slug}",
                        "retort.revision.slug-length", "3",
                        "retort.revision.id-length", "8",
                        "retort.revision.time-zone", "Asia/Kolkata",
                        "retort.revision.hooks[0]", "sh -c 'echo \"-- seen\" >> $0' {sql-file}",
                        "retort.revision.hooks[1]", "false {java-file}"));

        assertThat(tool.exit()).as(tool.talk()).isZero();
        assertThat(tool.out()).contains("ran sh -c");
        Path file = files("resources/more").get(0);
        assertThat(file.getFileName().toString()).matches("\\d{4}-\\d\\d\\.[0-9a-f]{8}_add\\.sql");
        assertThat(file).content().contains("+05:30\n").endsWith("-- seen\n");
    }

    @Test
    void aHookThatFailsFailsTheCommand() throws Exception {
        ToolProcess tool =
                run(REVISION, Map.of("retort.revision.hooks", "sh -c 'echo line 7 is wrong; exit 3' {file}"));

        assertThat(tool.exit()).isEqualTo(1);
        assertThat(tool.talk())
                .contains("ended with exit code 3 with this output:", "line 7 is wrong", "was written and is kept");
        assertThat(files("java/db/revisions")).hasSize(1);
    }

    @Test
    void aPlaceWhereNobodyLooksAndAPatternWithoutTheIdAreRefused() throws Exception {
        ToolProcess elsewhere = run(REVISION + " --path=org.shop", Map.of());
        assertThat(elsewhere.exit()).isEqualTo(2);
        assertThat(elsewhere.talk())
                .contains("The locations are db.revisions, classpath:story, classpath:more; retort.locations can add");

        ToolProcess nameless = run(REVISION, Map.of("retort.revision.file-pattern", "{slug}"));
        assertThat(nameless.exit()).isEqualTo(2);
        assertThat(nameless.talk()).contains("which does not contain {rev}");
        assertThat(folder.resolve("java")).doesNotExist();
    }

    private ToolProcess run(String command, Map<String, String> settings) throws Exception {
        Map<String, String> properties = new HashMap<>(settings);
        properties.put("retort.command", command);
        properties.put("retort.locations", "db.revisions,classpath:story,classpath:more");
        properties.put("retort.sources", folder.resolve("java").toString());
        properties.put("retort.resources", folder.resolve("resources").toString());
        properties.put("spring.datasource.url", "jdbc:h2:mem:new-file");
        return ToolProcess.run(StoryApplication.class, folder, properties);
    }

    private List<Path> files(String place) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(place))) {
            return files.toList();
        }
    }
}
