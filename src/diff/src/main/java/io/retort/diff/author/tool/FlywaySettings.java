package io.retort.diff.author.tool;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Flyway's settings for SQL scripts.
 *
 * @param folders the folders of its locations, in order; new scripts are written into the first one
 * @param prefix the prefix of scripts with a version
 * @param undoPrefix the prefix of undo scripts
 * @param separator what separates the version from the description
 * @param suffixes the suffixes of scripts; new ones have the first
 * @param encoding the encoding of the scripts
 * @param placeholder how a placeholder begins; empty if placeholders are not replaced
 * @param lockInTransaction whether Flyway holds its lock in an open transaction while scripts run
 * @param group whether all scripts of a run share a transaction
 */
public record FlywaySettings(
        List<Path> folders,
        String prefix,
        String undoPrefix,
        String separator,
        List<String> suffixes,
        Charset encoding,
        String placeholder,
        boolean lockInTransaction,
        boolean group) {

    /** Copies the lists. */
    public FlywaySettings {
        folders = List.copyOf(folders);
        suffixes = List.copyOf(suffixes);
    }

    /**
     * Returns Flyway's defaults.
     *
     * @param folder the folder of the scripts
     */
    public static FlywaySettings in(Path folder) {
        return new FlywaySettings(
                List.of(folder), "V", "U", "__", List.of(".sql"), StandardCharsets.UTF_8, "${", false, false);
    }
}
