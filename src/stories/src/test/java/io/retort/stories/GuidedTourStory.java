package io.retort.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.stories.MavenBuild.Result;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Shows the main use case on the sample application with its embedded database, step by step. The README's first
 * command runs it.
 */
class GuidedTourStory {

    private static final Path SAMPLE = Path.of("../../sample-app");
    private static final String OWNER = "src/main/java/io/retort/sample/client/Owner.java";

    private final PrintStream out = System.out;

    @Test
    void anEntityOfTheClinicChanges() throws IOException {
        Path folder = Path.of("target", "tour", "sample-app");
        StoryProject clinic = copy(folder);
        tell("A copy of the sample application is in src/stories/" + folder
                + ". Its database is an H2 file, still empty.");
        show(clinic, "The database gets the revisions that are there.", "migrate:upgrade");

        tell("The entity Owner gets a field:", "    @Column(length = 40)", "    private String nickname;");
        clinic.edit(
                OWNER, "    @Embedded\n", "    @Column(length = 40)\n    private String nickname;\n\n    @Embedded\n");
        show(
                clinic,
                "Retort compares entities and database, and writes the revision.",
                "migrate:revision",
                "-Dmessage=add nickname to owner");
        Path revision = newest(clinic);
        tell(clinic.read(revision));
        assertThat(clinic.read(revision)).contains("op.addColumn(\"owner\", column(\"nickname\", varchar(40)));");

        show(clinic, "The database is upgraded; an application does the same when it starts.", "migrate:upgrade");
        show(clinic, "Nothing differs.", "migrate:check");
        show(clinic, "And back down.", "migrate:downgrade", "-Dtarget=-1");
        Result current = show(clinic, "Where the database is now:", "migrate:current");
        assertThat(current.output()).doesNotContain("add nickname to owner (head)");
        aPlainMavenContinues(clinic);
        tell("That was the main job. You can continue in the copy: cd src/stories/" + folder);
    }

    private static void aPlainMavenContinues(StoryProject clinic) throws IOException {
        MavenBuild build = new MavenBuild(clinic.folder());
        build.configure(Path.of("../../.mvn/jvm.config"));
        Result checked = build.runPlain("migrate:check", "-Doffline");
        assertThat(checked.succeeded()).as(checked.output()).isTrue();
    }

    private Result show(StoryProject clinic, String why, String... words) {
        tell(
                why,
                "$ mvn "
                        + String.join(
                                " ",
                                List.of(words).stream()
                                        .map(GuidedTourStory::quoted)
                                        .toList()));
        Result result = clinic.mvn(words);
        assertThat(result.succeeded()).as(result.output()).isTrue();
        result.talk().forEach(out::println);
        return result;
    }

    private void tell(String... lines) {
        out.println();
        Stream.of(lines).forEach(out::println);
    }

    private static String quoted(String word) {
        return word.contains(" ") ? word.replaceFirst("=(.*)", "=\"$1\"") : word;
    }

    private static Path newest(StoryProject clinic) {
        return clinic.revisions().stream()
                .filter(file -> file.toString().contains("add_nickname_to_owner"))
                .findFirst()
                .orElseThrow();
    }

    private static StoryProject copy(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                old.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path inside = SAMPLE.relativize(file);
                if (!inside.startsWith("target") && !inside.startsWith("data")) {
                    Files.createDirectories(folder.resolve(inside).getParent());
                    Files.copy(file, folder.resolve(inside));
                }
            }
        }
        return new StoryProject(folder);
    }
}
