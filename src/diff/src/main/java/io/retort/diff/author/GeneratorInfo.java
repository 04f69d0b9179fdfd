package io.retort.diff.author;

import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The library that read the entities for a revision, recorded as a remark in its file. The remark has no effect on
 * migrations.
 */
final class GeneratorInfo {

    private static final String WRITTEN = "Written from the entities with ";
    private static final String HEADER = "-- made-with: ";
    private static final Pattern REMARK = Pattern.compile(
            "(?:" + Pattern.quote(WRITTEN) + "|" + Pattern.quote(HEADER) + ")([^\\r\\n]+?)\\.?\\s*$",
            Pattern.MULTILINE);

    private GeneratorInfo() {}

    /** Returns the library without the product, for which it read the entities. */
    static String library(String madeWith) {
        int product = madeWith.indexOf(" for ");
        return product < 0 ? madeWith : madeWith.substring(0, product);
    }

    /** Returns the product for which the library read the entities; empty if it is not recorded. */
    static Optional<TargetProduct> product(String madeWith) {
        int start = madeWith.indexOf(" for ");
        if (start < 0) {
            return Optional.empty();
        }
        String product = madeWith.substring(start + " for ".length()).strip();
        int end = product.lastIndexOf(' ');
        boolean hasVersion = end >= 0 && Character.isDigit(product.charAt(end + 1));
        return Optional.of(
                hasVersion
                        ? new TargetProduct(product.substring(0, end).strip(), product.substring(end + 1))
                        : new TargetProduct(product, null));
    }

    static String sentence(String madeWith) {
        return WRITTEN + madeWith + ".";
    }

    static String header(String madeWith) {
        return HEADER + madeWith;
    }

    /**
     * A revision that names its library.
     *
     * @param revision the id of the revision
     * @param file its file
     * @param madeWith the library, and the product for which it read the entities
     */
    record Origin(String revision, Path file, String madeWith) {

        String library() {
            return GeneratorInfo.library(madeWith);
        }
    }

    /**
     * Returns the latest revision that names its library; empty if no revision does, or if no file is available.
     *
     * @param graph the existing revisions
     * @param tree the folders of the project
     */
    static Optional<Origin> latest(RevisionGraph graph, SourceTree tree) {
        List<RevisionInfo> newestFirst = new ArrayList<>(graph.all());
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .flatMap(revision -> origin(revision, tree.source(revision.location())).stream())
                .findFirst();
    }

    private static Optional<Origin> origin(RevisionInfo revision, Path file) {
        return read(file).map(madeWith -> new Origin(revision.id(), file, madeWith));
    }

    private static Optional<String> read(Path file) {
        try {
            Matcher matcher = REMARK.matcher(Files.isRegularFile(file) ? Files.readString(file) : "");
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
