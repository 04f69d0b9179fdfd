package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class RevisionFilesTests {

    @TempDir
    Path resources;

    /** A backslash separates names on Windows only; elsewhere it is a character of a name. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aNameWithABackslashIsThatOfTheFile() throws Exception {
        Path file = resources.resolve("db/my\\revisions/3f2a_add\\email.sql");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "-- revision: 3f2a\n");

        String found = RevisionFiles.sourceOrLocation(
                new MockEnvironment().withProperty("retort.resources", resources.toString()),
                "db/my\\revisions/3f2a_add\\email.sql");

        assertThat(Path.of(found)).exists();
    }
}
