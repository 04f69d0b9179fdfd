package io.retort.sample.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class RevisionTableTests {

    private final JdbcTemplate jdbc =
            new JdbcTemplate(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
    private final RevisionTable table = new RevisionTable(jdbc);

    @Test
    void databaseWithoutTheTableHasNoHistory() {
        assertThat(table.read()).isEmpty();
    }

    @Test
    void latestRevisionComesFirstAndOnlyTheLastOfALineIsAHead() {
        jdbc.execute("""
                create table retort_revision (id varchar(64) primary key, parents varchar(1000), message varchar(255),
                    checksum varchar(64), state varchar(20), progress integer, applied_at timestamp(6),
                    applied_by varchar(100), duration_ms bigint)
                """);
        note("a1b2c3d4e5f6", "", "create clinic", 1);
        note("3f2a91c07b4e", "a1b2c3d4e5f6", "add insurance", 2);

        History history = table.read().orElseThrow();

        assertThat(history.revisions())
                .extracting(AppliedRevision::message)
                .containsExactly("add insurance", "create clinic");
        assertThat(history.revisions().get(0).parents()).isEqualTo(List.of("a1b2c3d4e5f6"));
        assertThat(history.heads()).containsExactly("3f2a91c07b4e");
    }

    private void note(String id, String parents, String message, int day) {
        jdbc.update(
                "insert into retort_revision values (?, ?, ?, 'x', 'APPLIED', 1, timestamp '2026-03-0%d 09:12:44', 'reception', 84)"
                        .formatted(day),
                id,
                parents,
                message);
    }
}
