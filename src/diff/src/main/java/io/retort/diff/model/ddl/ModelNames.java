package io.retort.diff.model.ddl;

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

/** Hibernate's names as typed names in their plainest spelling. */
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
     * The names of a model's objects.
     *
     * @param identifiers the product's
     * @param currentSchema the connection's schema (MySQL: database) as the catalog stores it: names in it need none
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

    /** Whether names are qualified by schemas; otherwise by catalogs, as in MySQL. */
    boolean schemas() {
        return schemas;
    }

    /** Hibernate's own way to say names, with the application's default schema and catalog. */
    SqlStringGenerationContext context() {
        return context;
    }

    public String of(Identifier name) {
        return canonical(new io.retort.schema.Identifier(name.getText(), name.isQuoted()));
    }

    public String of(Column column) {
        return canonical(new io.retort.schema.Identifier(column.getName(), column.isQuoted()));
    }

    /** A name that Hibernate writes into its statements as it stands. */
    public String written(String text) {
        Identifier name = Identifier.toIdentifier(text.strip());
        return of(name);
    }

    public QualifiedName of(Table table) {
        return of(table.getQualifiedTableName());
    }

    public QualifiedName of(org.hibernate.boot.model.relational.QualifiedName name) {
        return new QualifiedName(schema(name), of(name.getObjectName()));
    }

    /** The schema of a name, as typed; null for the connection's own. */
    public @Nullable String schema(org.hibernate.boot.model.relational.QualifiedName name) {
        Identifier qualifier = schemas
                ? context.schemaWithDefault(name.getSchemaName())
                : context.catalogWithDefault(name.getCatalogName());
        String typed = qualifier == null ? null : of(qualifier);
        return typed == null || typed.equals(currentSchema) ? null : typed;
    }

    /** The plainest spelling; names that are too long end where the database ends them. */
    private String canonical(io.retort.schema.Identifier name) {
        return identifiers.typed(cut(name.quoted() ? name.text() : folded(name.text())));
    }

    /** Hibernate writes any letters without quotes, and products fold names with a dollar or an umlaut as others. */
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
