package io.retort.diff.models;

import io.retort.diff.models.kitchensink.KitchenSink;
import io.retort.testkit.TestDb;
import java.util.Locale;
import org.hibernate.testing.orm.domain.StandardDomainModel;

/** The models that every database must support: those of Hibernate's own tests, and the kitchen sink. */
public enum DomainModel {
    ANIMAL,
    CONTACTS,
    GAMBIT,
    HELPDESK,
    LIBRARY,
    RETAIL,
    USERGUIDE,
    KITCHEN_SINK {
        @Override
        Bootstrap into(Bootstrap bootstrap, TestDb db) {
            return bootstrap.entities(KitchenSink.entities(db.database()));
        }
    };

    /**
     * A regular expression for the explicit names of keys and indexes, except one: Hibernate ignores uk_ruled_twice on
     * PostgreSQL and H2, because the column is also declared unique, but Retort keeps it.
     */
    public static final String GIVEN = "uk_ruled_pair|ck_ruled_.*|[iu]x_(ruled|special)_.*|IxMixedName|fk_worker_.*";

    /** Returns the model for a database; the product determines what Hibernate can create. */
    public Bootstrap on(TestDb db) {
        return into(Bootstrap.on(db), db);
    }

    Bootstrap into(Bootstrap bootstrap, TestDb db) {
        return bootstrap.reading(StandardDomainModel.valueOf(name()).getDescriptor()::applyDomainModel);
    }

    /** Whether the model has tables in another schema, on products with schemas. */
    public boolean hasFurtherSchema() {
        return this == KITCHEN_SINK;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
