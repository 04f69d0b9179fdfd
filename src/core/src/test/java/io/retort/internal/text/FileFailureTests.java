package io.retort.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No reason repeats the path of the file or the name of an exception. */
class FileFailureTests {

    @TempDir
    Path folder;

    @Test
    void aReasonIsAboutTheFileSystem() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path missing = folder.resolve("missing");

        assertThat(reason(missing.resolve("a/b"), new NoSuchFileException("b")))
                .isEqualTo("the folder " + missing.resolve("a") + " does not exist");
        assertThat(reason(file.resolve("b"), new FileSystemException("b", null, "Not a directory")))
                .isEqualTo(file + " is not a folder");
        assertThat(reason(folder, new FileSystemException("b", null, "Is a directory")))
                .isEqualTo("it is a folder");
        assertThat(reason(missing, new NoSuchFileException("missing"))).isEqualTo("the file does not exist");
        assertThat(reason(file, new AccessDeniedException("file"))).isEqualTo("permission denied");
        assertThat(reason(file, new MalformedInputException(1))).isEqualTo("it is not text in UTF-8");
        assertThat(reason(file, new FileSystemException("file", null, "No space left on device")))
                .isEqualTo("No space left on device");
        assertThat(reason(file, new IOException("Stream closed"))).isEqualTo("Stream closed");
        assertThat(reason(file, new IOException())).isEqualTo("IOException");
    }

    private static String reason(Path file, IOException failure) {
        return FileFailure.reason(file, failure);
    }
}
