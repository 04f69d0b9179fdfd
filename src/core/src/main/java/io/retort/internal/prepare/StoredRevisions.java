package io.retort.internal.prepare;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Revisions that only the history table contains, with their stored downgrades. They can be reverted and not applied.
 */
public final class StoredRevisions implements RevisionSource {

    /** The location of these revisions, for messages. */
    public static final String LOCATION = "the history table";

    private final List<AppliedRevision> rows;
    private final Map<String, String> texts;
    private final Map<String, StoredUndo> undo = new HashMap<>();
    private final String product;

    /**
     * @param rows the rows of these revisions
     * @param texts by id, the values of the column undo
     * @param product the name of the connected product
     * @throws RetortException if a value is not one of Retort
     */
    public StoredRevisions(List<AppliedRevision> rows, Map<String, String> texts, String product) {
        this.rows = List.copyOf(rows);
        this.texts = Map.copyOf(texts);
        this.product = product;
        for (AppliedRevision row : rows) {
            StoredUndo.read(texts.get(row.id())).ifPresent(stored -> undo.put(row.id(), stored));
        }
    }

    /** Returns the stored downgrade of a revision; empty if it cannot be run. */
    public Optional<StoredUndo> undo(String id) {
        return Optional.ofNullable(undo.get(id))
                .filter(stored -> stored.product().isEmpty() || stored.product().equals(product));
    }

    /** Returns why a revision cannot be reverted with its row, as the rest of a sentence about its downgrade. */
    public String reason(String id) {
        StoredUndo stored = undo.get(id);
        if (stored != null) {
            return "its downgrade is stored for " + stored.product() + ", and this database is " + product;
        }
        return StoredUndo.reason(texts.get(id))
                .map(reason -> "its downgrade is not stored, because " + reason)
                .orElse("its downgrade is not stored");
    }

    @Override
    public List<RevisionCode> revisions() {
        List<RevisionCode> revisions = new ArrayList<>();
        for (AppliedRevision row : rows) {
            undo(row.id()).ifPresent(stored -> revisions.add(revision(row, stored)));
        }
        return revisions;
    }

    private static RevisionCode revision(AppliedRevision row, StoredUndo stored) {
        RevisionInfo info = new RevisionInfo(
                row.id(), List.of(), List.of(), List.of(), row.message(), null, stored.transactional(), LOCATION);
        return new RevisionCode(info, () -> new StoredMigration(info, stored));
    }

    /**
     * A migration that can only be reverted.
     *
     * @param info the revision
     * @param stored its downgrade
     */
    private record StoredMigration(RevisionInfo info, StoredUndo stored) implements Migration {

        @Override
        public void upgrade(Operations op) {
            throw new RetortException(
                    "Revision " + info.describe() + " is not in the history of this application and cannot be applied.",
                    Advice.of("Run the version of the application that contains it."));
        }

        @Override
        public void downgrade(Operations op) {
            stored.addTo(op);
        }
    }
}
