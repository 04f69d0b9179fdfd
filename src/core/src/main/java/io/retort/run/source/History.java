package io.retort.run.source;

import io.retort.migration.Migration;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All revisions of an application: the graph, and the code behind it.
 *
 * @param graph how the revisions follow each other
 * @param code the revisions by id
 */
public record History(RevisionGraph graph, Map<String, RevisionCode> code) {

    public History {
        code = Map.copyOf(code);
    }

    /**
     * Gathers what the sources find.
     *
     * @throws io.retort.revision.InvalidHistoryException with every defect at once, if they are no history
     */
    public static History of(List<RevisionSource> sources) {
        List<RevisionCode> found = new ArrayList<>();
        for (RevisionSource source : sources) {
            found.addAll(source.revisions());
        }
        List<RevisionInfo> infos = new ArrayList<>();
        for (RevisionCode revision : found) {
            infos.add(revision.info());
        }
        RevisionGraph graph = RevisionGraph.of(infos);
        Map<String, RevisionCode> code = new LinkedHashMap<>();
        for (RevisionCode revision : found) {
            code.put(revision.info().id(), revision);
        }
        return new History(graph, code);
    }

    /** Loads a revision's migration. */
    public Migration migration(String id) {
        return Objects.requireNonNull(code.get(id), () -> "no revision " + id)
                .migration()
                .get();
    }
}
