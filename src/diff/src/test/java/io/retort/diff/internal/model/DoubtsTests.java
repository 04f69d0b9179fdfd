package io.retort.diff.internal.model;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.compare.CandidateTables;
import io.retort.diff.internal.compare.Comparison;
import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.diff.internal.compare.Differ;
import io.retort.diff.internal.inspect.Inspector;
import io.retort.diff.internal.inspect.Scope;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.diff.internal.scratch.ScratchSchema;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.models.HibernateCreate;
import io.retort.diff.models.kitchensink.KitchenSink;
import io.retort.internal.dialect.Dialects;
import io.retort.schema.Snapshot;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.boot.Metadata;

/** Leaving settled tables out of the scratch schema does not change the result of a comparison. */
class DoubtsTests {

    private static final String[] CHANGES = {
        "alter table ruled drop constraint ck_ruled_order",
        "create index ix_seeded on ruled (id, low)",
        "alter table ruled add seeded varchar(10) default 'x' not null",
        "create table seeded (id integer primary key)"
    };

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void theSameIsFoundWithAPartOfTheModel(TestDb db) throws SQLException {
        try (Connection connection = db.connect();
                Bootstrap hibernate = Bootstrap.on(db).entities(KitchenSink.entities(db.database()))) {
            Metadata metadata = hibernate.metadata();
            HibernateCreate.run(metadata);
            Both created = compare(connection, metadata, db.database());
            assertThat(created.part()).isEqualTo(created.whole());
            assertThat(created.doubts().tables()).isNotEmpty().hasSizeLessThan(created.tables() / 2);
            db.execute(CHANGES);
            Both changed = compare(connection, metadata, db.database());
            assertThat(changed.whole().operations()).hasSizeGreaterThan(CHANGES.length - 1);
            assertThat(changed.part()).isEqualTo(changed.whole());
        }
    }

    private record Both(int tables, CandidateTables doubts, Comparison part, Comparison whole) {}

    private static Both compare(Connection connection, Metadata metadata, TestDatabase database) throws SQLException {
        Dialect dialect = Dialects.named(database.toString());
        String current = database == MARIADB ? connection.getCatalog() : connection.getSchema();
        HibernateModel model = HibernateModel.of(metadata, dialect, current);
        Inspector inspector = ComparedProduct.of(dialect).inspector(dialect);
        Snapshot live = inspector.inspect(connection, new Scope(model.furtherSchemas()));
        ScratchSchema scratch = ComparedProduct.of(dialect).scratchSchema(dialect);
        CandidateTables doubts = CandidateTables.between(live, model.snapshot());
        Snapshot part = scratch.read(connection, metadata, inspector, doubts.tables()::contains)
                .snapshot();
        Snapshot whole = scratch.read(connection, metadata, inspector).snapshot();
        return new Both(
                model.snapshot().tables().size(),
                doubts,
                Differ.compare(new ComparisonContext(
                        live, doubts.wanted(live, model.snapshot(), part), model.snapshot(), name -> true)),
                Differ.compare(new ComparisonContext(live, whole, model.snapshot(), name -> true)));
    }
}
