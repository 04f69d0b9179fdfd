package io.retort.diff.models;

import io.retort.diff.models.kitchensink.KitchenSink;
import io.retort.testkit.TestDb;
import java.util.Locale;
import org.hibernate.testing.orm.domain.StandardDomainModel;

/** The models that every database must be able to hold: those of Hibernate's own tests, and our kitchen sink. */
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
     * All names of keys and indexes that the models give, as a regular expression, but one: Hibernate forgets
     * uk_ruled_twice on PostgreSQL and H2, because the column is declared unique as well, and we keep it.
     */
    public static final String GIVEN = "uk_ruled_pair|ck_ruled_.*|[iu]x_(ruled|special)_.*|IxMixedName|fk_worker_.*";

    /** The model for a database, whose product decides on what Hibernate can create. */
    public Bootstrap on(TestDb db) {
        return into(Bootstrap.on(db), db);
    }

    Bootstrap into(Bootstrap bootstrap, TestDb db) {
        return bootstrap.reading(StandardDomainModel.valueOf(name()).getDescriptor()::applyDomainModel);
    }

    /** Whether it keeps tables in a schema of its own, where the product has schemas. */
    public boolean hasFurtherSchema() {
        return this == KITCHEN_SINK;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
