package io.retort.internal.dialect.hsqldb;

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

/** The dialect of HSQLDB, version 2.7 and later. */
public final class HsqldbDialect extends AnsiDialect {

    private static final int MAX_NAME = 128;

    private static final SqlSyntax SYNTAX =
            SqlSyntax.of(Blocks.ROUTINE, Feature.SLASH_COMMENTS, Feature.COMMENTS_END_AT_RETURN);

    /** Creates the dialect. */
    public HsqldbDialect() {
        this(new SqlNaming(
                "HSQLDB",
                new Identifiers(Folding.UPPER, '"', HsqldbKeywords.reserved(), MAX_NAME),
                new HsqldbTypes(),
                new AnsiLiterals.Zoneless()));
    }

    private HsqldbDialect(SqlNaming words) {
        super(words, new HsqldbDdl(words), new HsqldbConversions(words));
    }

    @Override
    public String productName() {
        return "HSQL Database Engine";
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
    public boolean supports(String productName, String productVersion) {
        return productName.equals(productName());
    }

    @Override
    public boolean isInMemory(String url) {
        return url.startsWith("jdbc:hsqldb:mem:");
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    @Override
    public String utcNow() {
        return "cast(current_timestamp at time zone interval '0:00' hour to minute as timestamp(6))";
    }

    @Override
    public Optional<Catalog> catalog() {
        return Optional.of(HsqldbCatalog.VIEWS);
    }

    @Override
    public SessionSupport sessions() {
        return new HsqldbSessionSupport();
    }

    @Override
    public DatabaseError error(String sqlState, int errorCode, String message) {
        return HsqldbErrors.of(sqlState, errorCode);
    }

    @Override
    public String trimPadding(String text) {
        return "rtrim(" + text + ")";
    }

    @Override
    protected String one() {
        return " from (values (0))";
    }

    @Override
    public String failIfAny(QualifiedName table, String condition, String message) {
        return "select (" + twoRowsIfAny(table, condition, message) + ")" + one();
    }
}
