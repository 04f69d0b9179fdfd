package io.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which tables a filter includes, and who owns the others. */
class TableFilterTests {

    @Test
    void withoutPatternsEverythingIsLookedAt() {
        assertThat(TableFilter.NONE.test(name("customer"))).isTrue();
    }

    @Test
    void aStarStandsForAnyLettersAndCaseDoesNotCount() {
        TableFilter filter = new TableFilter(List.of("shop_*", "customer"), List.of("*_OLD"));
        assertThat(filter.test(name("Shop_item"))).isTrue();
        assertThat(filter.test(name("\"Customer\""))).isTrue();
        assertThat(filter.test(name("customers"))).isFalse();
        assertThat(filter.test(name("shop_item_old"))).isFalse();
    }

    @Test
    void aPatternWithADotIsAboutTheSchema() {
        TableFilter filter = new TableFilter(List.of(), List.of("reporting.*"));
        assertThat(filter.test(name("reporting.sales"))).isFalse();
        assertThat(filter.test(name("sales"))).isTrue();
    }

    @Test
    void whatIsNotLookedAtIsGoneFromBothSides() {
        Snapshot both = new Snapshot(List.of(table("customer"), table("legacy_a")), List.of(), List.of());
        ComparisonContext schemas = new TableFilter(List.of(), List.of("legacy_*"))
                .of(new ComparisonContext(both, both, both, any -> true));
        assertThat(List.of(schemas.live(), schemas.wanted(), schemas.declared()))
                .allSatisfy(side -> assertThat(side.tables()).containsExactly(table("customer")));
    }

    @Test
    void tablesOfALibraryAreToldTogether() {
        assertThat(KnownTables.grouped(List.of(
                        name("flyway_schema_history"), name("legacy"), name("QRTZ_LOCKS"), name("qrtz_triggers"))))
                .containsExactly("flyway_schema_history (Flyway)", "legacy", "2 of Quartz (QRTZ_LOCKS ...)");
    }

    @Test
    void theWellKnownLibrariesAreKnown() {
        assertThat(List.of(
                        "QRTZ_JOB_DETAILS",
                        "batch_job_instance",
                        "BATCH_STEP_EXECUTION_SEQ",
                        "spring_session_attributes",
                        "int_message_group",
                        "flyway_schema_history",
                        "databasechangeloglock",
                        "shedlock",
                        "jobrunr_jobs",
                        "event_publication",
                        "domain_event_entry",
                        "ht_customer",
                        "act_ru_task"))
                .allSatisfy(
                        name -> assertThat(KnownTables.of(name(name))).as(name).isPresent());
        assertThat(KnownTables.of(name("customer"))).isEmpty();
    }

    private static Table table(String name) {
        return Table.of(name(name), List.of());
    }

    private static QualifiedName name(String typed) {
        return QualifiedName.parse(typed);
    }
}
