package io.retort.boot.internal.scan;

import io.retort.internal.history.HistorySummary;
import io.retort.internal.history.IndexDigest;
import io.retort.internal.history.RevisionIndex;
import io.retort.revision.InvalidHistoryException;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Creates the digest of an index if its revisions form a complete history without errors or warnings. */
final class DigestWriter {

    private DigestWriter() {}

    /** Returns the digest, or null if an application start must read the whole index. */
    static @Nullable IndexDigest of(List<RevisionIndex.Entry> entries) {
        HistorySummary summary = summary(entries.stream()
                .map(RevisionIndex.Entry::info)
                .filter(Objects::nonNull)
                .toList());
        if (summary == null) {
            return null;
        }
        List<String> places = entries.stream()
                .filter(entry -> entry.info() != null)
                .map(entry -> place(entry.path()))
                .distinct()
                .toList();
        long sum = entries.stream()
                .mapToLong(entry -> IndexDigest.mark(entry.path(), entry.checksum()))
                .sum();
        return new IndexDigest(summary, places, entries.size(), sum);
    }

    /** Errors and warnings must be reported on every start, so such a history gets no digest. */
    private static @Nullable HistorySummary summary(List<RevisionInfo> revisions) {
        try {
            RevisionGraph graph = RevisionGraph.of(revisions);
            return graph.warnings().isEmpty() ? HistorySummary.of(graph.all()) : null;
        } catch (InvalidHistoryException mistaken) {
            return null;
        }
    }

    private static String place(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1) + "*" + path.substring(path.lastIndexOf('.'));
    }
}
