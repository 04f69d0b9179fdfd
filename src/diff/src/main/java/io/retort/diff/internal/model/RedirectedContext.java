package io.retort.diff.internal.model;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.boot.model.relational.QualifiedSequenceName;
import org.hibernate.boot.model.relational.QualifiedTableName;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.engine.jdbc.env.spi.QualifiedObjectNameFormatter;
import org.jspecify.annotations.Nullable;

/** Renders names as Hibernate does, with other schemas. */
final class RedirectedContext implements SqlStringGenerationContext {

    private final JdbcEnvironment environment;
    private final ModelNames names;
    private final Redirection redirection;

    RedirectedContext(JdbcEnvironment environment, ModelNames names, Redirection redirection) {
        this.environment = environment;
        this.names = names;
        this.redirection = redirection;
    }

    @Override
    public Dialect getDialect() {
        return environment.getDialect();
    }

    @Override
    public Identifier toIdentifier(String text) {
        return names.context().toIdentifier(text);
    }

    @Override
    public @Nullable Identifier getDefaultCatalog() {
        return null;
    }

    @Override
    public @Nullable Identifier getDefaultSchema() {
        return null;
    }

    @Override
    public String format(QualifiedTableName name) {
        return formatter()
                .format(new QualifiedTableName(catalog(name), schema(name), name.getTableName()), getDialect());
    }

    @Override
    public String format(QualifiedSequenceName name) {
        return formatter()
                .format(new QualifiedSequenceName(catalog(name), schema(name), name.getSequenceName()), getDialect());
    }

    @Override
    public String format(QualifiedName name) {
        return formatter()
                .format(new QualifiedTableName(catalog(name), schema(name), name.getObjectName()), getDialect());
    }

    @Override
    public String formatWithoutCatalog(QualifiedSequenceName name) {
        return format(name);
    }

    /** False, so that everything is rendered as in Hibernate's {@code create}. */
    @Override
    public boolean isMigration() {
        return false;
    }

    private @Nullable Identifier schema(QualifiedName name) {
        return names.schemas() ? place(name) : null;
    }

    private @Nullable Identifier catalog(QualifiedName name) {
        return names.schemas() ? null : place(name);
    }

    private @Nullable Identifier place(QualifiedName name) {
        String place = redirection.placeOf(names.schema(name));
        return place == null ? null : new Identifier(place, true);
    }

    @SuppressWarnings("deprecation") // Hibernate's own context uses the same method
    private QualifiedObjectNameFormatter formatter() {
        return environment.getQualifiedObjectNameFormatter();
    }
}
