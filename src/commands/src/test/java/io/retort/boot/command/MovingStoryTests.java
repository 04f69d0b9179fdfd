package io.retort.boot.command;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.command.Dialogue.Answer;
import io.retort.error.ExitStatus;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.SQLException;

/** The goals that change a database, each on a history of two branches, a merge and a dependency. */
class MovingStoryTests {

    private static final String NOT_IN_THE_HISTORY =
            "insert into retort_revision (id, parents, message, checksum, state, progress, applied_at, applied_by, duration_ms)"
                    + " select 'ffffffff', parents, 'from elsewhere', checksum, state, progress, applied_at, applied_by, duration_ms"
                    + " from retort_revision where id = 'a1000000'";

    @OnDatabases({POSTGRESQL, H2})
    void upgrade(TestDb db) throws SQLException {
        Dialogue shop = Dialogue.aboutTheStory(db);
        assertThat(shop.tryTo("upgrade +1").status()).as("two bases").isEqualTo(ExitStatus.USAGE);

        shop.ask("upgrade b2000000-1");
        assertThat(shop.noted()).containsExactly("a1000000");
        assertThat(shop.tryTo("upgrade +1").talk()).contains("b2000000 (add email)", "c3000000 (create invoice)");
        shop.ask("upgrade mail@+1");
        assertThat(shop.noted()).containsExactly("a1000000", "b2000000");
        shop.ask("upgrade +1");
        assertThat(shop.noted())
                .as("a merge brings its other side")
                .containsExactly("a1000000", "b2000000", "c3000000", "d4000000");

        Answer several = shop.tryTo("upgrade head");
        assertThat(several.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(several.talk()).contains("d4000000 (join billing)", "e5000000 (create audit)", "heads");
        assertThat(shop.ask("upgrade audit@head")).contains("1 revision in");
        assertThat(shop.tables()).containsExactly("account", "audit", "invoice", "retort_revision");
        assertThat(shop.ask("upgrade heads")).startsWith("Nothing to do: ");
    }

    @OnDatabases({POSTGRESQL, H2})
    void downgrade(TestDb db) throws SQLException {
        Dialogue shop = Dialogue.aboutTheStory(db);
        shop.ask("upgrade heads");
        assertThat(shop.tryTo("downgrade").status()).isEqualTo(ExitStatus.USAGE);
        assertThat(shop.tryTo("downgrade -1").talk()).contains("two ways lead down");

        shop.ask("downgrade audit@base");
        assertThat(shop.noted()).containsExactly("a1000000", "b2000000", "c3000000", "d4000000");
        shop.ask("downgrade b2000000");
        assertThat(shop.noted()).containsExactly("a1000000", "b2000000", "c3000000");
        shop.ask("downgrade mail@-1");
        assertThat(shop.noted()).containsExactly("a1000000", "c3000000");
        assertThat(shop.tables()).containsExactly("account", "invoice", "retort_revision");

        shop.ask("downgrade -1");
        assertThat(shop.noted()).containsExactly("a1000000");
        assertThat(shop.tryTo("downgrade c3000000").status())
                .as("is not applied")
                .isNotEqualTo(ExitStatus.OK);
        shop.ask("downgrade base");
        assertThat(shop.noted()).isEmpty();
        assertThat(shop.tables()).containsExactly("retort_revision");
    }

    @OnDatabases({POSTGRESQL, H2})
    void aDependencyGoesWithWhatItCarries(TestDb db) throws SQLException {
        Dialogue shop = Dialogue.aboutTheStory(db);
        shop.ask("upgrade audit@head");
        assertThat(shop.noted()).containsExactly("a1000000", "c3000000", "e5000000");

        shop.ask("downgrade a1000000");
        assertThat(shop.noted()).as("audit needs billing").containsExactly("a1000000");
    }

    @OnDatabases({POSTGRESQL, H2})
    void stamp(TestDb db) throws SQLException {
        Dialogue shop = Dialogue.aboutTheStory(db);
        shop.ask("stamp b2000000,c3000000");
        assertThat(shop.noted()).containsExactly("a1000000", "b2000000", "c3000000");
        shop.ask("stamp d4000000 audit@head");
        assertThat(shop.noted()).containsExactly("a1000000", "b2000000", "c3000000", "d4000000", "e5000000");
        assertThat(shop.tables()).as("nothing was run").containsExactly("retort_revision");

        assertThat(shop.tryTo("stamp a1000000").talk()).contains("Warning: 4 revisions no longer recorded as applied");
        db.execute(NOT_IN_THE_HISTORY);
        assertThat(shop.tryTo("stamp b2000000").talk()).contains("ffffffff");
        shop.ask("stamp b2000000 --purge");
        assertThat(shop.noted()).containsExactly("a1000000", "b2000000");
        shop.ask("stamp base");
        assertThat(shop.noted()).isEmpty();
    }

    @OnDatabases({POSTGRESQL, H2})
    void plan(TestDb db) throws SQLException {
        Dialogue shop = Dialogue.aboutTheStory(db);
        assertThat(shop.ask("plan").lines().filter(line -> line.startsWith("+")))
                .containsExactly(
                        "+ a1000000 (create account)",
                        "+ b2000000 (add email)",
                        "+ c3000000 (create invoice)",
                        "+ d4000000 (join billing)",
                        "+ e5000000 (create audit)");
        assertThat(shop.tables()).as("nothing is executed").isEmpty();

        shop.ask("upgrade mail");
        assertThat(shop.ask("plan billing")).contains("create table invoice").doesNotContain("create table account");
        assertThat(shop.ask("upgrade mail@head --plan").lines().filter(line -> line.startsWith("+")))
                .containsExactly("+ c3000000 (create invoice)", "+ d4000000 (join billing)");
        assertThat(shop.ask("downgrade base --plan"))
                .contains("- b2000000", "drop index ix_account_email", "drop table account");
        assertThat(shop.noted()).containsExactly("a1000000", "b2000000");
    }
}
