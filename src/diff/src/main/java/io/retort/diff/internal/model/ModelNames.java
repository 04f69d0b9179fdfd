package io.retort.diff.internal.model;

import io.retort.dialect.Identifiers;
import io.retort.schema.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.jdbc.env.spi.NameQualifierSupport;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** Converts Hibernate's names to names as typed, in their shortest valid spelling. */
public final class ModelNames {

    private final Identifiers identifiers;
    private final @Nullable String currentSchema;
    private final boolean schemas;
    private final SqlStringGenerationContext context;

    private ModelNames(
            Identifiers identifiers,
            @Nullable String currentSchema,
            boolean schemas,
            SqlStringGenerationContext context) {
        this.identifiers = identifiers;
        this.currentSchema = currentSchema == null ? null : identifiers.typed(currentSchema);
        this.schemas = schemas;
        this.context = context;
    }

    /**
     * Returns the names of a model.
     *
     * @param metadata the entities
     * @param identifiers the product's rules for names
     * @param currentSchema the current schema of the connection (on MySQL the database), as the catalog stores it;
     *     names in it are unqualified
     */
    public static ModelNames of(Metadata metadata, Identifiers identifiers, @Nullable String currentSchema) {
        Database database = metadata.getDatabase();
        NameQualifierSupport support = database.getJdbcEnvironment().getNameQualifierSupport();
        boolean schemas = support == null || support.supportsSchemas();
        return new ModelNames(identifiers, currentSchema, schemas, defaults(database));
    }

    private static SqlStringGenerationContext defaults(Database database) {
        Map<String, Object> settings = database.getServiceRegistry()
                .requireService(ConfigurationService.class)
                .getSettings();
        return SqlStringGenerationContextImpl.fromConfigurationMap(database.getJdbcEnvironment(), database, settings);
    }

    /** Whether names are qualified by schemas rather than catalogs, as in MySQL. */
    boolean schemas() {
        return schemas;
    }

    /** Hibernate's own name rendering, with the application's default schema and catalog. */
    SqlStringGenerationContext context() {
        return context;
    }

    /** Returns a simple name as typed. */
    public String of(Identifier name) {
        return canonical(new io.retort.schema.Identifier(name.getText(), name.isQuoted()));
    }

    /** Returns the name of a column as typed. */
    public String of(Column column) {
        return canonical(new io.retort.schema.Identifier(column.getName(), column.isQuoted()));
    }

    /** Returns a name that Hibernate writes into its statements unchanged, as typed. */
    public String written(String text) {
        Identifier name = Identifier.toIdentifier(text.strip());
        return of(name);
    }

    /** Returns the name of a table as typed. */
    public QualifiedName of(Table table) {
        return of(table.getQualifiedTableName());
    }

    /** Returns a qualified name as typed, without the current schema. */
    public QualifiedName of(org.hibernate.boot.model.relational.QualifiedName name) {
        return new QualifiedName(schema(name), of(name.getObjectName()));
    }

    /** Returns the schema of a name, as typed; null for the current schema. */
    public @Nullable String schema(org.hibernate.boot.model.relational.QualifiedName name) {
        Identifier qualifier = schemas
                ? context.schemaWithDefault(name.getSchemaName())
                : context.catalogWithDefault(name.getCatalogName());
        String typed = qualifier == null ? null : of(qualifier);
        return typed == null || typed.equals(currentSchema) ? null : typed;
    }

    /** The shortest spelling; names that are too long are truncated like in the database. */
    private String canonical(io.retort.schema.Identifier name) {
        return identifiers.typed(cut(name.quoted() ? name.text() : folded(name.text())));
    }

    /**
     * Hibernate leaves names unquoted even with special characters, and the products fold a dollar sign or an umlaut
     * differently.
     */
    private String folded(String text) {
        return switch (identifiers.folding()) {
            case UPPER -> text.toUpperCase(Locale.ROOT);
            case LOWER -> text.toLowerCase(Locale.ROOT);
            case NONE -> text;
        };
    }

    private String cut(String stored) {
        String text = stored;
        while (text.getBytes(StandardCharsets.UTF_8).length > identifiers.maxBytes()) {
            text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
        }
        return text;
    }
}
