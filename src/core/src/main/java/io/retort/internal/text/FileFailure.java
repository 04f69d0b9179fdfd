package io.retort.internal.text;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says why a file cannot be read or written. The messages of Java repeat the path, or name only an exception. */
public final class FileFailure {

    private FileFailure() {}

    /** Returns the reason as the end of a sentence, without a stop: {@code the folder /nope does not exist}. */
    public static String reason(Path file, IOException failure) {
        Path absolute = file.toAbsolutePath();
        for (Path parent = absolute.getParent(); parent != null; parent = parent.getParent()) {
            if (Files.exists(parent) && !Files.isDirectory(parent)) {
                return parent + " is not a folder";
            }
        }
        if (absolute.getParent() != null && Files.notExists(absolute.getParent())) {
            return "the folder " + absolute.getParent() + " does not exist";
        }
        if (Files.isDirectory(file)) {
            return "it is a folder";
        }
        if (failure instanceof NoSuchFileException) {
            return "the file does not exist";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof CharacterCodingException) {
            return "it is not text in UTF-8";
        }
        String reason = failure instanceof FileSystemException known ? known.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }
}
