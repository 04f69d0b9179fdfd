package io.retort.internal.dialect.h2;

import io.retort.dialect.Catalog;
import io.retort.dialect.DatabaseError;
import io.retort.dialect.Identifiers;
import io.retort.dialect.Identifiers.Folding;
import io.retort.dialect.SessionSupport;
import io.retort.internal.dialect.ansi.AnsiDialect;
import io.retort.internal.dialect.ansi.AnsiLiterals;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import io.retort.sql.SqlSyntax;
import io.retort.sql.SqlSyntax.Blocks;
import io.retort.sql.SqlSyntax.Feature;
import java.util.Optional;

/** The dialect of H2, version 2.2 and later. */
public final class H2Dialect extends AnsiDialect {

    private static final int MAX_NAME = 256;

    private static final SqlSyntax SYNTAX = SqlSyntax.of(
            Blocks.NONE,
            Feature.NESTED_COMMENTS,
            Feature.SLASH_COMMENTS,
            Feature.COMMENTS_END_AT_RETURN,
            Feature.BACKTICKS,
            Feature.DOLLAR_QUOTES);

    /** Creates the dialect. */
    public H2Dialect() {
        this(new SqlNaming(
                "H2",
                new Identifiers(Folding.UPPER, '"', H2Keywords.reserved(), MAX_NAME),
                new H2Types(),
                new AnsiLiterals()));
    }

    private H2Dialect(SqlNaming words) {
        super(words, new H2Ddl(words), new H2Conversions(words));
    }

    @Override
    public boolean isInMemory(String url) {
        return url.startsWith("jdbc:h2:mem:");
    }

    @Override
    public boolean alwaysStoresGeneratedColumns() {
        return true;
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    @Override
    public Optional<String> continueSequence(QualifiedName sequence, QualifiedName from) {
        String schema = from.schema();
        String name = literal(identifiers().stored(from.name()));
        return Optional.of("alter sequence " + identifiers().sql(sequence)
                + " restart with (select base_value from information_schema.sequences where sequence_name = " + name
                + " and sequence_schema = "
                + (schema == null ? "current_schema" : literal(identifiers().stored(schema))) + ")");
    }

    @Override
    public Optional<String> continueIdentity(QualifiedName table, String column) {
        return Optional.of(
                H2Ddl.continued(identifiers().sql(table), identifiers().sql(column)));
    }

    @Override
    public String utcNow() {
        return "cast(current_timestamp at time zone 'UTC' as timestamp(6))";
    }

    @Override
    public Optional<Catalog> catalog() {
        return Optional.of(H2Catalog.VIEWS);
    }

    @Override
    public Optional<Catalog.Copies> copies() {
        return Optional.of(H2TableCopies.COPIES);
    }

    @Override
    public boolean indexNamesAreUniqueInSchema() {
        return true;
    }

    @Override
    public boolean nameIsUniqueInSchema(Constraint constraint) {
        return true;
    }

    @Override
    public SessionSupport sessions() {
        return new H2SessionSupport();
    }

    @Override
    public DatabaseError error(String sqlState, int errorCode, String message) {
        return H2Errors.of(sqlState, errorCode);
    }
}
