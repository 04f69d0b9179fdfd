package io.retort.boot.command;

import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.text.FileFailure;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a report. They replace the former ones together, after all of them could be written. */
final class ReportFiles {

    private static final String UNFINISHED = ".unfinished";

    private final Path folder;
    private final Map<Path, String> texts = new LinkedHashMap<>();

    /**
     * @param folder the folder, which may be missing
     */
    ReportFiles(Path folder) {
        this.folder = folder;
    }

    /** Adds a file. */
    ReportFiles with(String name, String text) {
        texts.put(folder.resolve(name), text);
        return this;
    }

    List<Path> paths() {
        return List.copyOf(texts.keySet());
    }

    /**
     * Writes the files.
     *
     * @throws RetortException if one cannot be written; then nothing new is left
     */
    void write() {
        Deque<Path> begun = new ArrayDeque<>();
        Path current = folder;
        try {
            missingFolders().forEach(begun::push);
            Files.createDirectories(folder);
            for (Path file : texts.keySet()) {
                current = file;
                refuseFolder(file);
            }
            for (Map.Entry<Path, String> file : texts.entrySet()) {
                current = file.getKey();
                begun.push(unfinished(current));
                Files.writeString(unfinished(current), file.getValue());
            }
            for (Path file : texts.keySet()) {
                current = file;
                Files.move(unfinished(file), file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            begun.forEach(ReportFiles::delete);
            throw unwritable(current, e);
        }
    }

    private static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + UNFINISHED);
    }

    /** A move replaces an empty folder. */
    private static void refuseFolder(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString());
        }
    }

    /** The folders that are created, the outermost first. */
    private Deque<Path> missingFolders() {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path at = folder.toAbsolutePath(); at != null && Files.notExists(at); at = at.getParent()) {
            missing.push(at);
        }
        return missing;
    }

    private static void delete(Path begun) {
        try {
            Files.deleteIfExists(begun);
        } catch (IOException e) {
            // the failure of the report says more
        }
    }

    private RetortException unwritable(Path current, IOException cause) {
        Path file = current.equals(folder) ? paths().get(0) : current;
        return new RetortException(
                "Cannot write the report to " + current + ": " + FileFailure.reason(file, cause) + ".",
                Advice.of("Choose another folder: ", Advice.option("output", "build/report")),
                ExitStatus.USAGE,
                cause);
    }
}
