package io.retort.internal.history;

import io.retort.migration.Migration;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.revision.SquashResolution;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All revisions of an application: the graph and the migrations. The graph is built on first use, because the
 * {@link #summary} is sufficient if nothing is pending. Thread-safe.
 */
public final class History implements RevisionSource {

    private final List<RevisionCode> declared;
    private @Nullable List<RevisionCode> found;
    private boolean summarized;
    private @Nullable HistorySummary summary;
    private @Nullable RevisionGraph graph;
    private @Nullable Map<String, RevisionCode> code;

    private History(List<RevisionCode> declared, @Nullable List<RevisionCode> found) {
        this.declared = declared;
        this.found = found;
    }

    /** The revisions that apply: those that apply to an empty database, unless a database was given. */
    private synchronized List<RevisionCode> found() {
        if (found == null) {
            found = hasSquashes() ? kept(SquashResolution.onEmptyDatabase(infos(declared))) : declared;
        }
        return found;
    }

    private static List<RevisionInfo> infos(List<RevisionCode> revisions) {
        List<RevisionInfo> infos = new ArrayList<>(revisions.size());
        for (RevisionCode revision : revisions) {
            infos.add(revision.info());
        }
        return infos;
    }

    /**
     * Reads the revisions from sources. A history that is the only source is returned as it is.
     *
     * @throws io.retort.error.RetortException if a revision cannot be read
     */
    public static History of(List<RevisionSource> sources) {
        if (sources.size() == 1 && sources.get(0) instanceof History read) {
            return read;
        }
        List<RevisionCode> found = new ArrayList<>();
        for (RevisionSource source : sources) {
            found.addAll(source.revisions());
        }
        return new History(found, null);
    }

    /**
     * Reads the revisions from sources and checks that they form a valid history.
     *
     * @throws io.retort.error.RetortException if a revision cannot be read
     * @throws io.retort.revision.InvalidHistoryException if the history has defects; contains all of them
     */
    public static History read(List<RevisionSource> sources) {
        return of(sources).validated();
    }

    /**
     * Returns this history if it is valid. The graph is built, because that finds the defects.
     *
     * @throws io.retort.revision.InvalidHistoryException if the history has defects; contains all of them
     */
    public History validated() {
        graph();
        return this;
    }

    /** Returns whether it has a squash, so that a database decides which revisions apply to it. */
    public boolean hasSquashes() {
        return SquashResolution.isNeeded(infos(declared));
    }

    /**
     * Resolves the squashes for a database.
     *
     * @param rows the ids of the revisions that have a row in the history table
     * @param applied those of them that are completely applied
     * @throws io.retort.revision.InvalidHistoryException if a squash is not valid
     */
    public SquashResolution resolution(Set<String> rows, Set<String> applied) {
        return SquashResolution.of(infos(declared), rows, applied);
    }

    /** Returns the history with the revisions that apply to a database. */
    public History in(SquashResolution resolution) {
        return new History(declared, kept(resolution.revisions()));
    }

    private List<RevisionCode> kept(List<RevisionInfo> revisions) {
        Map<String, RevisionInfo> applying = new LinkedHashMap<>();
        revisions.forEach(info -> applying.put(info.id(), info));
        List<RevisionCode> kept = new ArrayList<>();
        for (RevisionCode revision : declared) {
            RevisionInfo info = applying.get(revision.info().id());
            if (info != null) {
                kept.add(new RevisionCode(info, revision.migration(), revision.phase()));
            }
        }
        return kept;
    }

    /**
     * Returns a history with other revisions, too.
     *
     * @param others revisions that this history does not contain
     */
    public History and(Collection<RevisionCode> others) {
        List<RevisionCode> all = new ArrayList<>(found());
        all.addAll(others);
        return new History(all, null);
    }

    /**
     * Returns a history that reverts a revision in another way. Its upgrade is then unknown.
     *
     * @param id the revision's id
     * @param other contains a revision with this id and its downgrade
     */
    public History reverting(String id, RevisionSource other) {
        List<RevisionCode> all = new ArrayList<>(declared);
        for (RevisionCode code : other.revisions()) {
            all.replaceAll(revision -> revision.info().id().equals(id)
                            && code.info().id().equals(id)
                    ? new RevisionCode(
                            revision.info().withTransactional(code.info().transactional()),
                            code.migration(),
                            revision.phase())
                    : revision);
        }
        return new History(all, null);
    }

    /**
     * Returns the summary; empty if only the graph is conclusive. Computed once, because a thousand tenants may need
     * it.
     */
    public synchronized Optional<HistorySummary> summary() {
        if (!summarized) {
            summary = HistorySummary.of(infos(found()));
            summarized = true;
        }
        return Optional.ofNullable(summary);
    }

    /** Returns all revisions, including those that a squash replaces. */
    @Override
    public List<RevisionCode> revisions() {
        return declared();
    }

    /** Returns all revisions, including those that a squash replaces. */
    public List<RevisionCode> declared() {
        return List.copyOf(declared);
    }

    /**
     * Returns the graph of the revisions.
     *
     * @throws io.retort.revision.InvalidHistoryException if the history has defects; contains all of them
     */
    public synchronized RevisionGraph graph() {
        if (graph == null) {
            graph = RevisionGraph.of(infos(found()));
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
            Map<String, RevisionCode> byId = new LinkedHashMap<>();
            for (RevisionCode revision : validated().found()) {
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
        RevisionCode applying = code().get(id);
        return applying == null
                ? replaced(id).migration().get()
                : applying.migration().get();
    }

    /** A database with some of the revisions that a squash replaces runs the others. */
    private RevisionCode replaced(String id) {
        return declared.stream()
                .filter(revision -> revision.info().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NullPointerException("no revision " + id));
    }
}
