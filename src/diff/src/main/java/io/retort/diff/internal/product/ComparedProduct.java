package io.retort.diff.internal.product;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.inspect.Inspector;
import io.retort.diff.internal.scratch.ScratchDatabase;
import io.retort.diff.internal.scratch.ScratchSchema;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.state.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * What a comparison needs to know about one product. Implementations are found as services, by the name of their dialect.
 */
public interface ComparedProduct {

    /** What a change to a table does to the views and triggers that depend on it. */
    enum DependentObjectEffect {
        /** A view or trigger follows a renamed table or column. */
        FOLLOWS_RENAMES,
        /** The objects read another type from then on. */
        FOLLOWS_TYPES,
        /** Every change of a column is refused, not only one that the object uses. */
        BLOCKS_EVERY_COLUMN_CHANGE,
        /** The change succeeds, and the object fails when it is used. */
        FAILS_WHEN_USED
    }

    /** Returns the {@link Dialect#name() name of the dialect}. */
    String dialect();

    /** Returns how a schema is read. */
    Inspector inspector(Dialect dialect);

    /** Returns where the model is created, so that the database normalises it. */
    ScratchSchema scratchSchema(Dialect dialect);

    /** Returns how an empty database is created, in which a history can run. */
    ScratchDatabase scratchDatabase();

    /**
     * Returns the query for the views, triggers and other objects that depend on tables of the current schema: kind, name,
     * table, column and text, where the text {@code *} means every column. Empty if they are not reported.
     */
    default Optional<String> dependentObjects() {
        return Optional.empty();
    }

    /**
     * Returns a query for the objects that no revision of this comparison creates: views, triggers, functions and
     * extensions of the current schema, each with kind and name.
     */
    default Optional<String> otherObjects() {
        return Optional.empty();
    }

    /**
     * Returns a query for the sequences of the current schema that belong to a column, so that they are dropped with it:
     * sequence, table, column, the statement that makes it so, and the one that reverts that. Empty if the product has none.
     */
    default Optional<String> ownedSequences() {
        return Optional.empty();
    }

    /**
     * Returns a query for the constraints of the current schema that were added without a check of the existing rows: name
     * and table. Empty if the product does not record it.
     */
    default Optional<String> unvalidatedConstraints() {
        return Optional.empty();
    }

    /**
     * Returns a query for the name and the table of each index of the current schema that the database keeps but does not
     * use, because its creation failed. Empty if the product has none.
     */
    default Optional<String> invalidIndexes() {
        return Optional.empty();
    }

    /**
     * Returns a query for the names of the schemas besides the current one that contain tables. Empty if the product has
     * none, or if they are databases of their own.
     */
    default Optional<String> otherSchemas() {
        return Optional.empty();
    }

    /**
     * Returns whether a version stores check constraints. A version that parses and forgets them never has one.
     *
     * @param version the known parts of the server's version, such as 8, 0 and 15
     */
    default boolean storesChecks(List<Integer> version) {
        return true;
    }

    /** Whether the database keeps comments of tables and columns. */
    default boolean keepsComments() {
        return true;
    }

    /** Whether a text that is inserted into a JSON column becomes the document that it contains, and not a JSON string. */
    default boolean parsesTextAsJson() {
        return true;
    }

    /**
     * Returns a statement in a form that does nothing if the object exists. Empty if the product has none for such objects.
     *
     * @param object the object that the statement creates, with a name
     * @param statement the statement of the dialect
     * @param dialect the dialect
     */
    default Optional<String> unlessPresent(SchemaObject object, String statement, Dialect dialect) {
        return Optional.empty();
    }

    /** Returns what a change does to these objects. */
    default Set<DependentObjectEffect> dependentObjectEffects() {
        return Set.of();
    }

    /**
     * Finds the product of a dialect.
     *
     * @throws RetortException if Retort cannot compare entities with this product
     */
    static ComparedProduct of(Dialect dialect) {
        for (ComparedProduct product :
                ServiceLoader.load(ComparedProduct.class, ComparedProduct.class.getClassLoader())) {
            if (product.dialect().equals(dialect.name())) {
                return product;
            }
        }
        throw new RetortException(
                "Retort cannot compare entities with a database of the product " + dialect.name() + ".",
                Advice.of(
                        "Write the revision by hand: `",
                        Advice.command("revision", Advice.option("empty"), Advice.option("message", "...")),
                        "`."));
    }
}
