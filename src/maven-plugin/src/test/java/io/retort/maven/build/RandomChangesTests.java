package io.retort.maven.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomChangesTests {

    private static final int STEPS = 60;

    /** Longer than the time in which a second change of a file can have the same time. */
    private static final long SETTLED = 150;

    @TempDir
    Path folder;

    private SmallProject project;

    @BeforeEach
    void create() throws IOException {
        project = new SmallProject(folder.resolve("small"));
        project.write(project.sources().resolve("com/example/Item.java"), source("Item", "first"));
    }

    private static String source(String name, String field) {
        return "package com.example; public class " + name + " { int " + field + "; void set(int value) {} }";
    }

    /** The oracle is a clean build. Some steps follow each other within the precision of a file's time. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void afterRandomChangesTheClassesAreThoseOfACleanBuild(long seed) throws Exception {
        Random random = new Random(seed);
        int skipped = 0;
        for (int step = 0; step < STEPS; step++) {
            String change = change(random);
            if (random.nextInt(3) == 0) {
                Thread.sleep(SETTLED);
            }
            boolean ran = project.goal();
            skipped += ran ? 0 : 1;
            assertThat(SmallProject.contents(project.classes()))
                    .as("seed %s, step %s: %s, lifecycle %s", seed, step, change, ran ? "ran" : "skipped")
                    .isEqualTo(project.cleanBuild(folder.resolve("clean")));
        }
        assertThat(skipped).as("steps without the lifecycle").isGreaterThan(5);
    }

    private String change(Random random) throws IOException {
        Path source = project.sources().resolve("com/example/C" + random.nextInt(3) + ".java");
        String name = source.getFileName().toString().replace(".java", "");
        Path resource = project.resources().resolve("r" + random.nextInt(2) + ".sql");
        switch (random.nextInt(10)) {
            case 0:
                return write(source, source(name, "f" + random.nextInt(10)), random.nextBoolean());
            case 1:
                return "deleted " + source + Files.deleteIfExists(source);
            case 2:
                return write(resource, "-- " + random.nextInt(10) + " @message@ @env.URL@", random.nextBoolean());
            case 3:
                return "deleted " + resource + Files.deleteIfExists(resource);
            case 4:
                project.user.setProperty("maven.compiler.parameters", String.valueOf(random.nextBoolean()));
                return "user property";
            case 5:
                project.user.setProperty("message", String.valueOf(random.nextInt(3)));
                return "option of the goal";
            case 6:
                project.system.setProperty("env.URL", String.valueOf(random.nextInt(3)));
                return "environment";
            case 7:
                return changeOutput(random);
            default:
                return "nothing";
        }
    }

    private String write(Path file, String text, boolean back) throws IOException {
        FileTime time = Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.from(Instant.now());
        project.write(file, text);
        if (back) {
            Files.setLastModifiedTime(file, time);
        }
        return "wrote " + file + (back ? ", time set back" : "");
    }

    private String changeOutput(Random random) throws IOException {
        if (!Files.exists(project.classes())) {
            return "nothing";
        }
        try (Stream<Path> files = Files.walk(project.classes())) {
            List<Path> outputs = files.filter(Files::isRegularFile).sorted().toList();
            Path output = outputs.get(random.nextInt(outputs.size()));
            Files.delete(output);
            return "deleted " + output;
        }
    }
}
