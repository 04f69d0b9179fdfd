package io.retort.dialect;

import io.retort.dialect.conversion.ConversionTable;
import io.retort.operation.Ddl;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import io.retort.sql.SqlSyntax;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that Retort knows about one database product. Stateless; found as a service (see {@link Dialects}). */
public interface Dialect {

    /** The product's name in lower case, such as {@code postgresql}; used in options and file names. */
    String name();

    /** Whether JDBC's {@code DatabaseMetaData.getDatabaseProductName()} means this product. */
    boolean speaksFor(String productName, String productVersion);

    /** Whether a JDBC URL means this product. */
    boolean speaksForUrl(String url);

    /** How names are folded and quoted. */
    Identifiers identifiers();

    /** How each operation is said. */
    Ddl ddl();

    /** What the product calls a type: exactly what Hibernate's dialect of the product would write. */
    String typeName(SqlType type);

    /**
     * What a type's name, spelled as {@link #typeName} spells it, stands for; empty where more than one type has that name
     * ({@code oid}) or none does. {@code typeName(readType(text).get())} is the text again.
     */
    Optional<SqlType> readType(String typeName);

    /** How its sessions read SQL text: those that nobody has set otherwise, or the session that this is the dialect of. */
    default SqlSyntax syntax() {
        return SqlSyntax.STANDARD;
    }

    /** A query for what a session is set to that changes how it reads text; empty if no setting does. */
    default Optional<String> syntaxQuery() {
        return Optional.empty();
    }

    /** What the driver itself knows of that setting, which spares the query; empty if it does not know. */
    default Optional<DriverProperty> syntaxOfDriver() {
        return Optional.empty();
    }

    /**
     * The dialect of a session, which reads and writes texts as that session understands them. Without it, for scripts and
     * files, texts are written so that every session understands them alike.
     *
     * @param setting what {@link #syntaxOfDriver} or {@link #syntaxQuery} answered
     */
    default Dialect inSession(String setting) {
        return this;
    }

    /** A value as SQL text: strings, numbers, booleans, dates and times, UUIDs, bytes, null. */
    String literal(@Nullable Object value);

    /** The moment at which a statement runs, in UTC and without a zone, as an SQL expression. */
    String utcNow();

    /** The database user who runs a statement, as an SQL expression; {@code null} where there are no users. */
    default String currentUser() {
        return "current_user";
    }

    /** Whether a change to a schema can be rolled back. */
    boolean transactionalDdl();

    /**
     * Whether the product makes a change only by building the table anew ({@link TableOperation.Rebuild}).
     *
     * @param change a change to a column, a constraint or an index
     * @param table the whole table before it
     */
    default boolean needsRebuild(Operation change, Table table) {
        return false;
    }

    /** What becomes of the values of a column whose type changes. */
    ConversionTable conversions();

    /** An expression of several texts without the blanks that some products add to the shorter ones. */
    default String unpadded(String text) {
        return text;
    }

    /**
     * A statement that fails if a row of a table meets a condition, and otherwise does nothing.
     *
     * @param condition in SQL
     * @param message what is wrong with such a row; part of the failure where the product can say it, and always of the
     *     statement
     */
    String failIfAny(QualifiedName table, String condition, String message);

    /** What stands between the statements of its scripts. */
    default ScriptWords scriptWords() {
        return ScriptWords.STANDARD;
    }

    /** Where its catalog tells whether a statement happened; empty to ask the JDBC driver, which knows less. */
    default Optional<Catalog> catalog() {
        return Optional.empty();
    }

    /** What is left where it died while it changed a table by copying it; empty if it does not. */
    default Optional<Catalog.Copies> copies() {
        return Optional.empty();
    }

    /** How its scripts ask before they act; empty if they cannot. */
    default Optional<ScriptGuard> scriptGuard() {
        return Optional.empty();
    }

    /** What its sessions can do besides running statements. */
    default Sessions sessions() {
        return new Sessions() {};
    }

    /**
     * Why the database refused something.
     *
     * @param sqlState the SQLSTATE; empty if there is none
     * @param errorCode the product's own code
     * @param message what it said; asked only where its codes do not tell
     */
    default DatabaseError error(String sqlState, int errorCode, String message) {
        return DatabaseError.ofState(sqlState);
    }
}
