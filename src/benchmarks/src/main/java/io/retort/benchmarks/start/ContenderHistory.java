package io.retort.benchmarks.start;

import io.retort.benchmarks.apply.Inputs;
import io.retort.boot.internal.scan.IndexWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Copies the revisions into an application in the format of one contender. */
final class ContenderHistory {

    private ContenderHistory() {}

    /**
     * Copies the revisions.
     *
     * @param who the contender
     * @param inputs the revisions in all formats
     * @param classes the folder of the application's classes, which becomes a jar
     */
    static void write(StartContender who, Inputs inputs, Path classes) throws IOException {
        switch (who) {
            case NONE -> {}
            case RETORT -> {
                copy(inputs.folder().resolve("classes"), classes);
                IndexWriter.write(classes);
            }
            case FLYWAY -> copy(inputs.folder().resolve("flyway"), classes.resolve("db/migration"));
            case LIQUIBASE -> liquibase(inputs, classes.resolve("db/changelog"));
        }
    }

    private static void liquibase(Inputs inputs, Path folder) throws IOException {
        Files.createDirectories(folder);
        copy(inputs.folder().resolve("liquibase"), folder);
        Path all = folder.resolve("all.yaml");
        Files.writeString(
                folder.resolve("db.changelog-master.yaml"),
                Files.exists(all) ? Files.readString(all) : "databaseChangeLog: []\n");
        Files.deleteIfExists(all);
    }

    static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
