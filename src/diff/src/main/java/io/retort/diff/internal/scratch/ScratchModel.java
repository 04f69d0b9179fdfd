package io.retort.diff.internal.scratch;

import io.retort.dialect.Dialect;
import io.retort.dialect.Identifiers;
import io.retort.diff.internal.model.ModelDdl;
import io.retort.diff.internal.model.ModelNames;
import io.retort.diff.internal.model.Redirection;
import io.retort.schema.QualifiedName;
import java.util.List;
import java.util.function.Predicate;
import org.hibernate.boot.Metadata;

/** The model to create in a scratch schema. */
final class ScratchModel {

    private final Metadata metadata;
    private final Dialect dialect;
    private final Predicate<QualifiedName> tables;

    /**
     * @param metadata the entities
     * @param dialect the product
     * @param tables selects the tables to create
     */
    ScratchModel(Metadata metadata, Dialect dialect, Predicate<QualifiedName> tables) {
        this.metadata = metadata;
        this.dialect = dialect;
        this.tables = tables;
    }

    Predicate<QualifiedName> tables() {
        return tables;
    }

    Identifiers identifiers() {
        return dialect.identifiers();
    }

    /** Returns the schemas that the model uses besides the current one, as typed. */
    List<String> furtherSchemas(String current) {
        return ddl(current, schema -> schema).furtherSchemas();
    }

    /** Returns the statements that create the model, with redirected schemas. */
    ModelDdl ddl(String current, Redirection redirection) {
        return new ModelDdl(metadata, ModelNames.of(metadata, identifiers(), current), redirection);
    }
}
