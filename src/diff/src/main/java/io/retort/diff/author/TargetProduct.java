package io.retort.diff.author;

import io.retort.revision.RevisionGraph;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The database product for which a revision was written, as its file records it.
 *
 * @param name the name as the JDBC driver reports it, such as {@code PostgreSQL}
 * @param version the version as far as it is recorded, such as {@code 18.6}; null if it is not
 */
public record TargetProduct(String name, @Nullable String version) {

    /**
     * Returns the product of the newest revision whose file names one; empty if none does, or if no file is available.
     *
     * @param graph the existing revisions
     * @param tree the folders of the project
     */
    public static Optional<TargetProduct> latest(RevisionGraph graph, SourceTree tree) {
        return GeneratorInfo.latest(graph, tree).flatMap(origin -> GeneratorInfo.product(origin.madeWith()));
    }

    @Override
    public String toString() {
        return version == null ? name : name + " " + version;
    }
}
