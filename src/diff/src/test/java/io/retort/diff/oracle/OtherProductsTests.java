package io.retort.diff.oracle;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.author.CheckResult;
import io.retort.diff.models.Bootstrap;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.junit.jupiter.api.io.TempDir;

/** A history that was written on one product runs on others, and nothing is found there either. */
class OtherProductsTests {

    private static final List<TestDatabase> ALL = List.of(POSTGRESQL, MARIADB);

    @TempDir
    Path folder;

    enum State {
        NEW,
        OPEN,
        DONE
    }

    @Entity(name = "Tag")
    @Table(name = "tag")
    static class Tag {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(nullable = false, unique = true, length = 40)
        String label;
    }

    @Entity(name = "Item")
    @Table(name = "item", check = @CheckConstraint(name = "ck_item_price", constraint = "price >= 0"))
    static class Item {
        @Id
        @GeneratedValue
        Long id;

        @Enumerated(EnumType.STRING)
        @Column(nullable = false)
        State state;

        @Enumerated(EnumType.ORDINAL)
        State former;

        @ColumnDefault("null")
        String nothing;

        @ColumnDefault("'some'")
        @Column(length = 20)
        String something;

        @Column(precision = 12, scale = 2)
        BigDecimal price;

        LocalDate onDay;
        LocalDateTime moment;
        Instant instant;
        UUID token;
        boolean flag;
        double weight;

        @ManyToOne
        Tag main;

        @ManyToMany
        Set<Tag> tags;

        @ElementCollection
        @Enumerated(EnumType.STRING)
        Set<State> states;
    }

    @OnDatabases(H2)
    void aHistoryIsAsGoodElsewhere(TestDb home) {
        List<Class<?>> entities = List.of(Tag.class, Item.class);
        WrittenProject project = new WrittenProject(folder, home);
        write(project, home, entities);
        for (TestDatabase product : ALL) {
            if (isWanted(product)) {
                try (TestDb away = product.server().newDatabase()) {
                    WrittenProject elsewhere = project.on(away);
                    elsewhere.retort().upgrade("head");
                    agrees(elsewhere, away, entities);
                    elsewhere.retort().downgrade("base");
                }
            }
        }
    }

    private static boolean isWanted(TestDatabase product) {
        String only = System.getProperty("testdb.only", "");
        return only.isEmpty() || List.of(only.split(",")).contains(product.product());
    }

    private static void write(WrittenProject project, TestDb db, List<Class<?>> entities) {
        try (Bootstrap hibernate = named(db).entities(entities)) {
            assertThat(project.revision("next", hibernate.metadata()).written()).isTrue();
        }
        project.retort().upgrade("head");
        agrees(project, db, entities);
    }

    /** With the naming of Spring Boot, whose names no product folds. */
    private static Bootstrap named(TestDb db) {
        return Bootstrap.on(db)
                .with("hibernate.physical_naming_strategy", PhysicalNamingStrategySnakeCaseImpl.class.getName());
    }

    private static void agrees(WrittenProject project, TestDb db, List<Class<?>> entities) {
        try (Bootstrap hibernate = named(db).entities(entities)) {
            CheckResult drift = new CheckResult(project.difference(hibernate.metadata()));
            assertThat(drift.difference().operations())
                    .as("on %s", db.database())
                    .extracting(Operation::describe)
                    .isEmpty();
            assertThat(drift.outcome()).isEqualTo(CheckResult.Outcome.AGREE);
        }
    }
}
