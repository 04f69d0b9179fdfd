package io.retort.sample;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.boot.internal.scan.ScannedRevisions;
import io.retort.diff.author.Difference;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.dump.SchemaDump;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;

/** The clinic's revisions were generated on H2. These tests run them on every product that has a profile. */
class SchemaTests {

    /**
     * Hibernate reorders the columns of the tables that it creates to save space; this setting keeps the declared
     * order.
     */
    private static final String AS_SAID = "--spring.jpa.properties.hibernate.column_ordering_strategy=legacy";

    /** On H2, Hibernate leaves temporary tables for bulk updates, even if it did not create the schema. */
    private static final String WITHOUT_TEMPORARY_TABLES =
            "--spring.jpa.properties.hibernate.query.mutation_strategy.global_temporary.create_tables=false";

    private static final String[] CREATE = {"--retort.mode=off", "--spring.jpa.hibernate.ddl-auto=create"};

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void aStartLeavesWhatHibernateWouldHaveCreated(TestDb db) throws SQLException {
        start(db).close();

        assertThat(words(db)).hasSizeGreaterThan(100).containsExactlyElementsOf(createdByHibernate(db));
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void afterAStartNothingIsFoundAndTheWayBackLeavesNothing(TestDb db) throws SQLException {
        List<String> empty = words(db);
        start(db).close();

        nothingIsFound(Entities.compare(db, retort(db.dataSource())));
        retort(db.dataSource()).downgrade("base");
        assertThat(words(db)).containsExactlyElementsOf(empty);
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void nothingIsFoundWhereHibernateHasCreated(TestDb db) {
        start(db, CREATE).close();

        nothingIsFound(Entities.compare(db, retort(db.dataSource())));
    }

    private static void nothingIsFound(Difference difference) {
        assertThat(difference.hasEntities()).isTrue();
        assertThat(difference.operations()).extracting(Operation::describe).isEmpty();
        assertThat(difference.skipped()).isEmpty();
        assertThat(difference.notOurs()).isEmpty();
    }

    /** Returns Retort configured as in the application, without starting the application. */
    static Retort retort(DataSource database) {
        ScannedRevisions revisions =
                new ScannedRevisions(ScannedRevisions.STANDARD_LOCATIONS, Map.of(), new DefaultResourceLoader());
        return Retort.on(database, List.of(revisions));
    }

    private static List<String> createdByHibernate(TestDb like) throws SQLException {
        try (TestDb other = like.server().newDatabase()) {
            start(other, CREATE[0], CREATE[1], AS_SAID).close();
            return words(other);
        }
    }

    private static List<String> words(TestDb db) throws SQLException {
        return SchemaDump.of(db)
                .without("retort_revision")
                .naming("(fk|uq|ix|ck)_\\w+")
                .lines();
    }

    private static ConfigurableApplicationContext start(TestDb db, String... more) {
        return new SpringApplicationBuilder(ClinicApplication.class)
                .web(WebApplicationType.NONE)
                .run(Stream.concat(
                                Stream.of("--clinic.demo-data=false", WITHOUT_TEMPORARY_TABLES),
                                Stream.concat(Entities.connection(db), Stream.of(more)))
                        .toArray(String[]::new));
    }
}
