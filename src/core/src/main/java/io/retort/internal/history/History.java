package io.retort.internal.history;

import io.retort.migration.Migration;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All revisions of an application: the graph and the migrations. The graph is built on first use, because the
 * {@link #outline} is sufficient if nothing is pending. Thread-safe.
 */
public final class History {

    private final List<RevisionCode> found;
    private final List<RevisionInfo> infos;
    private @Nullable Optional<HistorySummary> outline;
    private @Nullable RevisionGraph graph;
    private @Nullable Map<String, RevisionCode> code;

    private History(List<RevisionCode> found) {
        this.found = found;
        this.infos = new ArrayList<>(found.size());
        for (RevisionCode revision : found) {
            infos.add(revision.info());
        }
    }

    /**
     * Reads the revisions from sources.
     *
     * @throws io.retort.error.RetortException if a revision cannot be read
     */
    public static History of(List<RevisionSource> sources) {
        List<RevisionCode> found = new ArrayList<>();
        for (RevisionSource source : sources) {
            found.addAll(source.revisions());
        }
        return new History(found);
    }

    /**
     * Returns a history with other revisions, too.
     *
     * @param others revisions that this history does not contain
     */
    public History and(Collection<RevisionCode> others) {
        List<RevisionCode> all = new ArrayList<>(found);
        all.addAll(others);
        return new History(all);
    }

    /**
     * Returns the outline; empty if only the graph is conclusive. Computed once, because a thousand tenants may need
     * it.
     */
    public synchronized Optional<HistorySummary> outline() {
        if (outline == null) {
            outline = Optional.ofNullable(HistorySummary.of(infos));
        }
        return outline;
    }

    /**
     * Returns the graph of the revisions.
     *
     * @throws io.retort.revision.InvalidHistoryException if the history has defects; contains all of them
     */
    public synchronized RevisionGraph graph() {
        if (graph == null) {
            graph = RevisionGraph.of(infos);
        }
        return graph;
    }

    /**
     * Returns the revisions by id, in the order in which they were found.
     *
     * @throws io.retort.revision.InvalidHistoryException if the history has defects; contains all of them
     */
    public synchronized Map<String, RevisionCode> code() {
        if (code == null) {
            graph();
            Map<String, RevisionCode> byId = new LinkedHashMap<>();
            for (RevisionCode revision : found) {
                byId.put(revision.info().id(), revision);
            }
            code = Collections.unmodifiableMap(byId);
        }
        return code;
    }

    /**
     * Loads the migration of a revision.
     *
     * @param id the revision's id
     * @param syntax how the database reads an SQL file
     * @throws NullPointerException if there is no such revision
     */
    public Migration migration(String id, SqlSyntax syntax) {
        Migration migration = migration(id);
        return migration instanceof SqlMigration file ? file.in(syntax) : migration;
    }

    /**
     * Loads the migration of a revision.
     *
     * @throws NullPointerException if there is no such revision
     */
    public Migration migration(String id) {
        return Objects.requireNonNull(code().get(id), () -> "no revision " + id)
                .migration()
                .get();
    }
}
