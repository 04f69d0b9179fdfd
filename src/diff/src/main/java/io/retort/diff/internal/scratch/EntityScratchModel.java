package io.retort.diff.internal.scratch;

import io.retort.dialect.Dialect;
import io.retort.dialect.Identifiers;
import io.retort.diff.internal.model.ModelDdl;
import io.retort.diff.internal.model.ModelNames;
import io.retort.diff.internal.model.Redirection;
import io.retort.diff.progress.ComparisonProgress;
import io.retort.schema.QualifiedName;
import java.util.List;
import java.util.function.Predicate;
import org.hibernate.boot.Metadata;

/** The model of the entities, created with Hibernate's own statements. */
final class EntityScratchModel implements ScratchModel {

    private final Metadata metadata;
    private final Dialect dialect;
    private final Predicate<QualifiedName> tables;
    private final ComparisonProgress progress;

    /**
     * @param metadata the entities
     * @param dialect the product
     * @param tables selects the tables to create
     * @param progress receives how many objects are created
     */
    EntityScratchModel(
            Metadata metadata, Dialect dialect, Predicate<QualifiedName> tables, ComparisonProgress progress) {
        this.metadata = metadata;
        this.dialect = dialect;
        this.tables = tables;
        this.progress = progress;
    }

    @Override
    public Identifiers identifiers() {
        return dialect.identifiers();
    }

    @Override
    public List<String> furtherSchemas(String current) {
        return ddl(current, schema -> schema).furtherSchemas();
    }

    @Override
    public ScratchCreation creation(StatementRunner runner, String current, Redirection redirection) {
        return new ModelCreation(runner, ddl(current, redirection), tables, progress);
    }

    private ModelDdl ddl(String current, Redirection redirection) {
        return new ModelDdl(metadata, ModelNames.of(metadata, identifiers(), current), redirection);
    }
}
