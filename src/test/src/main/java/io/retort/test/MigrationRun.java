package io.retort.test;

import io.retort.Retort;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes a database to a revision, lets a test put rows in, takes it on and shows what became of them.
 *
 * <pre>{@code
 * MigrationRun run = MigrationRun.on(dataSource, retort);
 * run.at("3f2a91c07b4e").sql("insert into owner (id, name) values (1, 'Ada Lovelace')");
 * run.upgrade("head");
 * assertThat(run.rows("select first_name from owner")).containsExactly(Map.of("FIRST_NAME", "Ada"));
 * }</pre>
 *
 * <p>{@link #at} deletes every row: it goes down to the base first.
 */
public final class MigrationRun {

    private final Retort retort;
    private final JdbcTemplate jdbc;

    private MigrationRun(DataSource dataSource, Retort retort) {
        this.retort = retort;
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** A run on a database that nobody keeps. */
    public static MigrationRun on(DataSource dataSource, Retort retort) {
        return new MigrationRun(dataSource, retort);
    }

    /** Takes the database down to the base and up to a revision, so that it is there and empty. */
    public MigrationRun at(String target) {
        retort.downgrade("base");
        return upgrade(target);
    }

    /** Takes the database up. */
    public MigrationRun upgrade(String target) {
        retort.upgrade(target);
        return this;
    }

    /** Takes the database down. */
    public MigrationRun downgrade(String target) {
        retort.downgrade(target);
        return this;
    }

    /** Runs a statement, such as one that puts in a row; question marks stand for the values. */
    public MigrationRun sql(String statement, Object... values) {
        jdbc.update(statement, values);
        return this;
    }

    /** The rows that a query finds, with the database's spelling of the columns. */
    public List<Map<String, Object>> rows(String query, Object... values) {
        return jdbc.queryForList(query, values);
    }
}
