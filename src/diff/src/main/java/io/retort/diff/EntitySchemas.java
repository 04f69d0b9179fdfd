package io.retort.diff;

import io.retort.Retort;
import io.retort.dialect.Dialect;
import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.diff.internal.compare.EnumForms;
import io.retort.diff.internal.compare.SchemaOwnership;
import io.retort.diff.internal.model.HibernateModel;
import io.retort.diff.metadata.CapturedMetadata;
import io.retort.schema.Snapshot;

/**
 * The schemas of a comparison between entities and a database. {@code migrate:adopt} uses them too, so that it announces
 * what the next revision contains.
 */
final class EntitySchemas {

    private final Dialect dialect;
    private final CapturedMetadata metadata;
    private final Retort retort;
    private final TableFilter filter;
    private final OwnedSequences sequences;

    /**
     * @param dialect the product
     * @param metadata the metadata of the persistence unit
     * @param retort the migration history, whose own tables are not compared
     * @param filter the tables, sequences and types to compare
     * @param sequences the sequences that belong to columns
     */
    EntitySchemas(
            Dialect dialect, CapturedMetadata metadata, Retort retort, TableFilter filter, OwnedSequences sequences) {
        this.dialect = dialect;
        this.metadata = metadata;
        this.retort = retort;
        this.filter = filter;
        this.sequences = sequences;
    }

    /**
     * Returns the schemas without what is not compared.
     *
     * @param live the schema of the database
     * @param declared the model in portable types
     * @param refused what the database rejects, and the model as the database spells it
     * @param history the objects that revisions created
     */
    ComparisonContext between(Snapshot live, Snapshot declared, RejectedDefinitions refused, HistoryOwnership history) {
        SchemaOwnership ownership =
                ProductOwnership.of(history, metadata.metadata()).withPartsOfColumns(sequences::contains);
        ComparisonContext whole = enums(
                new ComparisonContext(refused.visible(live), refused.wanted(), declared, ownership)
                        .ignoring(OwnTables.of(retort, dialect)),
                history);
        return filter.of(dialect.foreignKeysNeedIndexes() ? whole : whole.withoutIndexedKeys());
    }

    /** Enum columns in the form that the revisions gave them; SQLite's rebuilds describe a table as it stands. */
    private ComparisonContext enums(ComparisonContext schemas, HistoryOwnership history) {
        if (dialect.hasEnumColumns()) {
            return EnumForms.checked(schemas);
        }
        return HibernateModel.altersTables(metadata.metadata()) ? EnumForms.typed(schemas, history::type) : schemas;
    }
}
