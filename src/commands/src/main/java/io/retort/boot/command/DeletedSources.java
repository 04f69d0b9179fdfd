package io.retort.boot.command;

import io.retort.error.RetortException;
import io.retort.revision.RevisionInfo;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * Files on the class path whose source was deleted, as the Maven goal found them. Maven leaves such copies in its
 * output directory.
 *
 * @param files the paths of the files, for messages
 */
record DeletedSources(List<String> files) {

    private static final String PROPERTY = "retort.deleted-sources";

    DeletedSources {
        files = List.copyOf(files);
    }

    static DeletedSources of(Environment environment) {
        return new DeletedSources(environment
                .getProperty(PROPERTY, "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList());
    }

    /**
     * Checks whether one of the files is a revision.
     *
     * @param onlyReads whether the command only reads; then the check prints a warning
     * @throws RetortException if there is such a revision and the command does more than read
     */
    void examine(Collection<RevisionInfo> revisions, boolean onlyReads, PrintStream talk) {
        for (RevisionInfo revision : revisions) {
            Optional<String> file = fileOf(revision);
            if (file.isPresent()) {
                String what = "The revision " + revision.describe() + " exists only in " + file.get()
                        + ": its source file was deleted, but Maven did not delete this copy.";
                if (!onlyReads) {
                    throw new RetortException(
                            what,
                            "Delete the copy with mvn clean, then run the command again. If something other than Maven's"
                                    + " resources and compiler plug-ins creates it, add -Dmigrate.checkSources=false.");
                }
                talk.println("Warning: " + what + " Delete it with mvn clean.");
            }
        }
    }

    private Optional<String> fileOf(RevisionInfo revision) {
        String path = revision.location().endsWith(".sql")
                ? revision.location()
                : revision.location().replace('.', '/') + ".class";
        String ending = path.startsWith("/") ? path : "/" + path;
        return files.stream().filter(file -> file.endsWith(ending)).findFirst();
    }
}
