package io.retort.diff.invented;

import io.retort.dialect.Dialect;
import io.retort.dialect.Identifiers;
import io.retort.dialect.SessionSupport;
import io.retort.dialect.conversion.ConversionTable;
import io.retort.internal.dialect.Dialects;
import io.retort.operation.Ddl;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A product that nobody sells: H2 under another name. Registered in the tests' {@code META-INF/services}. */
public final class InventedDialect implements Dialect {

    static final String NAME = "invented";

    /** What the driver answers as the name of the product. */
    static final String PRODUCT = "Invented Database";

    /** Asked for when it is used, because dialects are not found while another one is being created. */
    private static Dialect engine() {
        return Dialects.named("h2");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean supports(String productName, String productVersion) {
        return productName.equals(PRODUCT);
    }

    @Override
    public boolean acceptsUrl(String url) {
        return url.startsWith("jdbc:invented:");
    }

    @Override
    public Identifiers identifiers() {
        return engine().identifiers();
    }

    @Override
    public Ddl ddl() {
        return engine().ddl();
    }

    @Override
    public String typeName(SqlType type) {
        return engine().typeName(type);
    }

    @Override
    public Optional<SqlType> readType(String typeName) {
        return engine().readType(typeName);
    }

    @Override
    public boolean hasEnumColumns() {
        return engine().hasEnumColumns();
    }

    @Override
    public boolean alwaysStoresGeneratedColumns() {
        return engine().alwaysStoresGeneratedColumns();
    }

    @Override
    public String literal(@Nullable Object value) {
        return engine().literal(value);
    }

    @Override
    public String utcNow() {
        return engine().utcNow();
    }

    @Override
    public boolean transactionalDdl() {
        return engine().transactionalDdl();
    }

    @Override
    public ConversionTable conversions() {
        return engine().conversions();
    }

    @Override
    public String failIfAny(QualifiedName table, String condition, String message) {
        return engine().failIfAny(table, condition, message);
    }

    @Override
    public Optional<String> messageOfCheck(String statement) {
        return engine().messageOfCheck(statement);
    }

    @Override
    public SessionSupport sessions() {
        return engine().sessions();
    }
}
