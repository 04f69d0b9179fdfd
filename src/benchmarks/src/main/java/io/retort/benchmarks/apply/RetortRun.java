package io.retort.benchmarks.apply;

import io.retort.Retort;
import io.retort.internal.history.JavaRevisions;
import io.retort.internal.history.SqlRevisions;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Upgrades as an application without a framework does with Retort. */
final class RetortRun {

    private RetortRun() {}

    /** Upgrades with SQL revisions from a folder. */
    static void sql(String url, String user, Path folder) {
        upgrade(url, user, () -> files(folder).stream().map(RetortRun::revision).toList());
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RevisionCode revision(Path file) {
        try {
            return SqlRevisions.parse(Files.readString(file), file.getFileName().toString(), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Upgrades with Java revisions that are known by name, as from the index in a jar. */
    static void java(String url, String user, int size) {
        upgrade(url, user, () -> {
            List<RevisionCode> revisions = new ArrayList<>();
            for (int i = 1; i <= size; i++) {
                String name = "db.revisions.R" + Inputs.id(i) + "_step";
                List<String> parents = i == 1 ? List.of() : List.of(Inputs.id(i - 1));
                RevisionInfo info =
                        new RevisionInfo(Inputs.id(i), parents, List.of(), List.of(), "step", null, true, name);
                revisions.add(JavaRevisions.code(info, name, RetortRun.class.getClassLoader()));
            }
            return revisions;
        });
    }

    private static void upgrade(String url, String user, RevisionSource revisions) {
        Retort.on(dataSource(url, user), List.of(revisions)).upgrade("head");
    }

    /** Returns the driver's own data source, which plain JDBC uses too. */
    static DataSource dataSource(String url, String user) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(user);
        return dataSource;
    }
}
