package io.retort.diff.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.models.Bootstrap;
import io.retort.diff.models.kitchensink.Schemas;
import io.retort.internal.dialect.Dialects;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.View;
import org.hibernate.boot.Metadata;
import org.junit.jupiter.api.Test;

/** Hibernate's statements, without a database. */
class ModelDdlTests {

    @Entity(name = "Plain")
    static class Plain {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "Seen")
    @View(query = "select id from Plain")
    static class Seen {
        @Id
        Long id;
    }

    @Entity(name = "Asked")
    @Subselect("select id from Plain")
    static class Asked {
        @Id
        Long id;
    }

    @Test
    void schemasArePutInThePlaceOfOthers() {
        try (Bootstrap hibernate = Bootstrap.offline("PostgreSQL", 17, 2).entities(Schemas.Event.class)) {
            assertThat(statements(hibernate.metadata(), "public", schema -> schema == null ? null : "elsewhere"))
                    .anyMatch(sql -> sql.startsWith("create sequence \"elsewhere\".event_source"))
                    .anyMatch(sql -> sql.startsWith("create table \"elsewhere\".event"))
                    .anyMatch(sql -> sql.contains("references \"elsewhere\".event"))
                    .noneMatch(sql -> sql.contains("audit"));
        }
    }

    @Test
    void theApplicationsDefaultSchemaCounts() {
        try (Bootstrap hibernate = Bootstrap.offline("PostgreSQL", 17, 2)
                .with("hibernate.default_schema", "app")
                .entities(Plain.class)) {
            assertThat(statements(hibernate.metadata(), "public", schema -> schema))
                    .anyMatch(sql -> sql.startsWith("create table \"app\".Plain"));
            assertThat(statements(hibernate.metadata(), "app", schema -> schema))
                    .anyMatch(sql -> sql.startsWith("create table Plain"));
        }
    }

    @Test
    void viewsAndQueriesAreNoTables() {
        try (Bootstrap hibernate =
                Bootstrap.offline("PostgreSQL", 17, 2).entities(Plain.class, Seen.class, Asked.class)) {
            assertThat(statements(hibernate.metadata(), "public", schema -> schema))
                    .hasSize(2)
                    .noneMatch(sql -> sql.contains("Seen") || sql.contains("Asked"));
        }
    }

    private static List<String> statements(Metadata metadata, String current, Redirection redirection) {
        ModelNames names = ModelNames.of(metadata, Dialects.named("postgresql").identifiers(), current);
        return new ModelDdl(metadata, names, redirection)
                .objects(table -> true).stream()
                        .flatMap(object -> object.statements().stream())
                        .toList();
    }
}
