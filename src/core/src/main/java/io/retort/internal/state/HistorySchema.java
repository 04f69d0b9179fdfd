package io.retort.internal.state;

import io.retort.dialect.Dialect;
import io.retort.internal.history.History;
import io.retort.migration.Operations;
import io.retort.revision.RevisionInfo;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * The schema that a history produces, without a database: the result of applying the upgrade of every revision to an
 * empty schema. Names are canonical, as the product stores them. Immutable.
 *
 * <p>The rows of a database play no part. Of SQL and {@code work}, the operations that it declares with {@code means}
 * count. SQL that can change the schema and does not declare how makes the objects that it names unknown.
 *
 * <pre>{@code
 * HistorySchema schema = HistorySchema.of(history, dialect);
 * schema.snapshot().table(QualifiedName.parse("customer"));
 * schema.origin(SchemaObject.column(QualifiedName.parse("customer"), "email")); // the revision that added it
 * }</pre>
 */
public final class HistorySchema {

    /** The schema of a history without revisions. */
    public static final HistorySchema EMPTY =
            new HistorySchema(Snapshot.EMPTY, Map.of(), List.of(), Map.of(), Map.of());

    private final Snapshot snapshot;
    private final Map<QualifiedName, Unknown> unknown;
    private final List<Contradiction> contradictions;
    private final Map<SchemaObject, Origin> origins;
    private final Map<SchemaObject, Dropped> dropped;

    HistorySchema(
            Snapshot snapshot,
            Map<QualifiedName, Unknown> unknown,
            List<Contradiction> contradictions,
            Map<SchemaObject, Origin> origins,
            Map<SchemaObject, Dropped> dropped) {
        this.snapshot = snapshot;
        this.unknown = unknown;
        this.contradictions = contradictions;
        this.origins = origins;
        this.dropped = dropped;
    }

    /**
     * An object that SQL of a revision changes in an undeclared way.
     *
     * @param revision the id of the first such revision
     * @param statement the statement, as plans describe it
     */
    public record Unknown(String revision, String statement) {}

    /**
     * Returns the schema that all revisions produce.
     *
     * @param history the revisions
     * @param dialect the product for which names are read
     */
    public static HistorySchema of(History history, Dialect dialect) {
        return of(history, history.graph().all(), dialect);
    }

    /**
     * Returns the schema that some revisions produce.
     *
     * @param history the revisions
     * @param revisions the revisions to apply, each after those that it follows and needs
     * @param dialect the product for which names are read
     */
    public static HistorySchema of(History history, Collection<RevisionInfo> revisions, Dialect dialect) {
        return of(history, revisions, dialect, done -> {});
    }

    /**
     * Returns the schema that some revisions produce.
     *
     * @param history the revisions
     * @param revisions the revisions to apply, each after those that it follows and needs
     * @param dialect the product for which names are read
     * @param applied receives the number of applied revisions
     */
    public static HistorySchema of(
            History history, Collection<RevisionInfo> revisions, Dialect dialect, IntConsumer applied) {
        HistorySchemaBuilder builder = new HistorySchemaBuilder(dialect);
        int done = 0;
        for (RevisionInfo revision : revisions) {
            builder.apply(
                    revision.id(), Operations.collect(history.migration(revision.id(), dialect.syntax())::upgrade));
            applied.accept(++done);
        }
        return builder.build();
    }

    /** Returns the tables, sequences and enum types that the history produces, without unknown ones. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** Returns the unknown tables, sequences and types. */
    public Map<QualifiedName, Unknown> unknown() {
        return unknown;
    }

    /** Returns the operations that do not fit the schema before them, in the order of the history. */
    public List<Contradiction> contradictions() {
        return contradictions;
    }

    /** Returns the revisions from which an object comes; empty if the history does not produce it. */
    public Optional<Origin> origin(SchemaObject object) {
        return Optional.ofNullable(origins.get(object));
    }

    /** Returns the objects that the history creates and drops, by their last identity, unless it creates them again. */
    public Map<SchemaObject, Dropped> dropped() {
        return dropped;
    }
}
