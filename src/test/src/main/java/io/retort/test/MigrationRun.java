package io.retort.test;

import io.retort.Retort;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tests a data migration: upgrades to a revision, inserts rows, upgrades further, and reads the rows.
 *
 * <pre>{@code
 * MigrationRun run = MigrationRun.on(dataSource, retort);
 * run.at("3f2a91c07b4e").sql("insert into owner (id, name) values (1, 'Ada Lovelace')");
 * run.upgrade("head");
 * assertThat(run.rows("select first_name from owner")).containsExactly(Map.of("FIRST_NAME", "Ada"));
 * }</pre>
 *
 * <p>{@link #at} deletes all rows, because it starts with a downgrade to the base. Use a test database.
 */
public final class MigrationRun {

    private final Retort retort;
    private final JdbcTemplate jdbc;

    private MigrationRun(DataSource dataSource, Retort retort) {
        this.retort = retort;
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * Creates a run.
     *
     * @param dataSource the database, whose rows {@link #at} deletes
     * @param retort the migrations of the same database
     */
    public static MigrationRun on(DataSource dataSource, Retort retort) {
        return new MigrationRun(dataSource, retort);
    }

    /**
     * Downgrades to the base and upgrades to a revision, so that all tables of that revision are empty.
     *
     * @param target the revision to upgrade to, such as an id or {@code head}
     * @return this run
     * @throws io.retort.error.RetortException if the target is unknown, or if a migration fails
     */
    public MigrationRun at(String target) {
        retort.downgrade("base");
        return upgrade(target);
    }

    /**
     * Upgrades the database.
     *
     * @param target the revision to upgrade to, such as an id or {@code head}
     * @return this run
     * @throws io.retort.error.RetortException if the target is unknown, or if a migration fails
     */
    public MigrationRun upgrade(String target) {
        retort.upgrade(target);
        return this;
    }

    /**
     * Downgrades the database.
     *
     * @param target the revision to downgrade to, such as an id, {@code -1} or {@code base}
     * @return this run
     * @throws io.retort.error.RetortException if the target is unknown, or if a migration fails
     */
    public MigrationRun downgrade(String target) {
        retort.downgrade(target);
        return this;
    }

    /**
     * Runs a statement, such as an insert.
     *
     * @param statement the SQL, with a question mark for each value
     * @param values the values
     * @return this run
     * @throws org.springframework.dao.DataAccessException if the statement fails
     */
    public MigrationRun sql(String statement, Object... values) {
        jdbc.update(statement, values);
        return this;
    }

    /**
     * Runs a query.
     *
     * @param query the SQL, with a question mark for each value
     * @param values the values
     * @return the rows, as column values by the column names that the database reports
     * @throws org.springframework.dao.DataAccessException if the query fails
     */
    public List<Map<String, Object>> rows(String query, Object... values) {
        return jdbc.queryForList(query, values);
    }
}
