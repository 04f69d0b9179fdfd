package io.retort.diff;

import io.retort.schema.Identifier;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Libraries that keep their own tables in the application's database, recognised by the prefixes of the table names.
 */
enum KnownTables {
    QUARTZ("Quartz", "qrtz_"),
    SPRING_BATCH("Spring Batch", "batch_job_", "batch_step_"),
    SPRING_SESSION("Spring Session", "spring_session"),
    SPRING_INTEGRATION(
            "Spring Integration",
            "int_message",
            "int_group_to_message",
            "int_lock",
            "int_metadata_store",
            "int_channel_message"),
    SPRING_MODULITH("Spring Modulith", "event_publication"),
    SPRING_SECURITY(
            "Spring Security",
            "persistent_logins",
            "oauth2_authorization",
            "oauth2_registered_client",
            "oauth2_authorized_client"),
    SPRING_AI("Spring AI", "spring_ai_chat_memory"),
    FLYWAY("Flyway", "flyway_schema_history", "schema_version"),
    LIQUIBASE("Liquibase", "databasechangelog"),
    SHEDLOCK("ShedLock", "shedlock"),
    JOBRUNR("JobRunr", "jobrunr_"),
    DB_SCHEDULER("db-scheduler", "scheduled_tasks"),
    AXON(
            "Axon",
            "domain_event_entry",
            "snapshot_event_entry",
            "association_value_entry",
            "dead_letter_entry",
            "saga_entry",
            "token_entry"),
    CAMUNDA("Camunda, Flowable or Activiti", "act_ge_", "act_re_", "act_ru_", "act_hi_", "act_id_", "flw_"),
    TOGGLES("Togglz", "togglz"),
    BUCKET4J("Bucket4j", "bucket4j"),
    POSTGIS("PostGIS", "spatial_ref_sys", "geometry_columns", "geography_columns"),
    HIBERNATE("Hibernate's own use (HT_)", "ht_", "hte_"),
    ALEMBIC("Alembic", "alembic_version"),
    JGROUPS("JGroups", "jgroupsping");

    private static final Set<KnownTables> HISTORIES = EnumSet.of(FLYWAY, LIQUIBASE, ALEMBIC);

    private final String title;
    private final List<String> beginnings;

    KnownTables(String title, String... beginnings) {
        this.title = title;
        this.beginnings = List.of(beginnings);
    }

    /** Returns the library that owns a table, sequence or type; empty if it belongs to no known library. */
    static Optional<KnownTables> of(QualifiedName name) {
        String text = Identifier.parse(name.name()).text().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(library -> library.beginnings.stream().anyMatch(text::startsWith))
                .findFirst();
    }

    /** Returns whether a table, by its usual name, is the history of a migration tool. */
    static boolean isHistory(QualifiedName name) {
        return of(name).filter(HISTORIES::contains).isPresent();
    }

    /** Names for messages, grouped by library, as in {@code 11 of Quartz (qrtz_blob_triggers ...)}. */
    static List<String> grouped(Collection<QualifiedName> names) {
        Map<String, List<QualifiedName>> groups = new LinkedHashMap<>();
        names.forEach(name -> groups.computeIfAbsent(
                        of(name).map(library -> library.title).orElse(name.toString()), title -> new ArrayList<>())
                .add(name));
        return groups.entrySet().stream()
                .map(group -> line(group.getKey(), group.getValue()))
                .toList();
    }

    private static String line(String title, List<QualifiedName> names) {
        QualifiedName first = names.get(0);
        if (of(first).isEmpty()) {
            return first.toString();
        }
        return names.size() == 1 ? first + " (" + title + ")" : names.size() + " of " + title + " (" + first + " ...)";
    }
}
