package io.retort.diff.author.file;

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

/** Who read the entities when a revision was written: a remark in its file, which nothing depends on. */
public final class Provenance {

    private static final String WRITTEN = "Written from the entities with ";
    private static final String HEADER = "-- made-with: ";
    private static final Pattern REMARK = Pattern.compile(
            "(?:" + Pattern.quote(WRITTEN) + "|" + Pattern.quote(HEADER) + ")([^\\r\\n]+?)\\.?\\s*$",
            Pattern.MULTILINE);

    private Provenance() {}

    static String sentence(String madeWith) {
        return WRITTEN + madeWith + ".";
    }

    static String header(String madeWith) {
        return HEADER + madeWith;
    }

    /** Who read the entities for the latest revision that says so; empty if none does, or no file is at hand. */
    public static Optional<String> latest(RevisionGraph graph, SourceTree tree) {
        List<RevisionInfo> newestFirst = new ArrayList<>(graph.all());
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .flatMap(revision -> read(tree.source(revision.location())).stream())
                .findFirst();
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
