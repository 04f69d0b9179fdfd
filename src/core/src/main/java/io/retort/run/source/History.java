package io.retort.run.source;

import io.retort.migration.Migration;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All revisions of an application: the graph, and the code behind it. The graph is made when it is first asked for: where
 * nothing is pending the {@link #outline} does.
 */
public final class History {

    private final List<RevisionCode> found;
    private final List<RevisionInfo> infos;
    private @Nullable Optional<Outline> outline;
    private @Nullable RevisionGraph graph;
    private @Nullable Map<String, RevisionCode> code;

    private History(List<RevisionCode> found) {
        this.found = found;
        this.infos = new ArrayList<>(found.size());
        for (RevisionCode revision : found) {
            infos.add(revision.info());
        }
    }

    /** Gathers what the sources find. */
    public static History of(List<RevisionSource> sources) {
        List<RevisionCode> found = new ArrayList<>();
        for (RevisionSource source : sources) {
            found.addAll(source.revisions());
        }
        return new History(found);
    }

    /** The history in a nutshell; empty where only the graph can tell. Made once: a thousand tenants may ask for it. */
    public synchronized Optional<Outline> outline() {
        if (outline == null) {
            outline = Optional.ofNullable(Outline.of(infos));
        }
        return outline;
    }

    /**
     * How the revisions follow each other.
     *
     * @throws io.retort.revision.InvalidHistoryException with every defect at once, if they are no history
     */
    public synchronized RevisionGraph graph() {
        if (graph == null) {
            graph = RevisionGraph.of(infos);
        }
        return graph;
    }

    /**
     * The revisions by id, in the order in which they were found.
     *
     * @throws io.retort.revision.InvalidHistoryException as {@link #graph}
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

    /** Loads a revision's migration, of which an SQL file is read as a database reads it. */
    public Migration migration(String id, SqlSyntax syntax) {
        Migration migration = migration(id);
        return migration instanceof SqlMigration file ? file.in(syntax) : migration;
    }

    /** Loads a revision's migration. */
    public Migration migration(String id) {
        return Objects.requireNonNull(code().get(id), () -> "no revision " + id)
                .migration()
                .get();
    }
}
