package io.retort.internal.dialect.ansi;

import io.retort.dialect.Dialect;
import io.retort.dialect.Identifiers;
import io.retort.dialect.conversion.ConversionTable;
import io.retort.internal.sql.CheckStatement;
import io.retort.operation.Ddl;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A dialect that consists of a vocabulary and a DDL. */
public abstract class AnsiDialect implements Dialect {

    private final SqlNaming words;
    private final Ddl ddl;
    private final AnsiConversions conversions;
    private final Pattern url;

    /** Created when it is needed, because it depends on the complete dialect. */
    private @Nullable CheckStatement checks;

    protected AnsiDialect(SqlNaming words, Ddl ddl, AnsiConversions conversions) {
        this.words = words;
        this.ddl = ddl;
        this.conversions = conversions;
        // another prefix can precede the product's: jdbc:tc:postgresql:18:///, jdbc:p6spy:mysql://
        this.url = Pattern.compile("jdbc:(?:[a-z0-9-]+:)?" + name() + ":.*", Pattern.DOTALL);
    }

    @Override
    public String name() {
        return words.product().toLowerCase(Locale.ROOT);
    }

    @Override
    public String productName() {
        return words.product();
    }

    @Override
    public boolean supports(String productName, String productVersion) {
        return productName.equalsIgnoreCase(words.product());
    }

    @Override
    public boolean acceptsUrl(String jdbcUrl) {
        return url.matcher(jdbcUrl).matches();
    }

    @Override
    public Identifiers identifiers() {
        return words.identifiers();
    }

    @Override
    public Ddl ddl() {
        return ddl;
    }

    @Override
    public String typeName(SqlType type) {
        return words.type(type);
    }

    @Override
    public Optional<SqlType> readType(String typeName) {
        return words.types().read(typeName);
    }

    @Override
    public boolean hasEnumColumns() {
        return words.types().hasEnums();
    }

    @Override
    public String literal(@Nullable Object value) {
        return words.literals().of(value);
    }

    @Override
    public boolean transactionalDdl() {
        return false;
    }

    @Override
    public ConversionTable conversions() {
        return conversions.table();
    }

    /** A scalar subquery with two rows fails on every product except SQLite. */
    @Override
    public String failIfAny(QualifiedName table, String condition, String message) {
        return "values ((" + twoRowsIfAny(table, condition, message) + "))";
    }

    @Override
    public Optional<String> messageOfCheck(String statement) {
        CheckStatement pattern = checks;
        if (pattern == null) {
            pattern = new CheckStatement(this::failIfAny, syntax());
            checks = pattern;
        }
        return pattern.message(statement);
    }

    /** Returns a query with one row, and further rows if a row of the table meets the condition. */
    protected final String twoRowsIfAny(QualifiedName table, String condition, String message) {
        String text = words.literals().of(message);
        return "select " + text + one() + " union all select " + text + " from " + words.name(table) + " where "
                + condition;
    }

    /** Returns what follows a single-row query without a table. */
    protected String one() {
        return "";
    }
}
