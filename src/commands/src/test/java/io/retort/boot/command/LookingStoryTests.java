package io.retort.boot.command;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.command.Dialogue.Answer;
import io.retort.error.ExitStatus;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The goals that only read, each on a history of two branches, a merge and a dependency. */
class LookingStoryTests {

    @TempDir
    Path folder;

    @OnDatabases({POSTGRESQL, H2})
    void current(TestDb db) {
        Dialogue shop = Dialogue.aboutTheStory(db);
        Answer nowhere = shop.tryTo("current --check-heads");
        assertThat(nowhere.out()).isEqualToIgnoringNewLines("base");
        assertThat(nowhere.status()).isEqualTo(ExitStatus.FAILED);

        shop.ask("upgrade audit@head");
        assertThat(shop.ask("current").lines())
                .containsExactly("e5000000  [audit]  create audit  needs c3000000  (current, base, head)");
        assertThat(shop.tryTo("current").talk()).contains("3 of 5 revisions applied", "2 revisions pending");
        assertThat(shop.ask("current --verbose")).contains("    needs: c3000000", "    applied: ", " by ");
        assertThat(shop.ask("current --json"))
                .startsWith("{\"retort\":1,")
                .contains("\"pending\":[\"b2000000\",\"d4000000\"],\"upToDate\":false");

        shop.ask("upgrade heads");
        assertThat(shop.ask("current --check-heads")).contains("d4000000", "e5000000");
    }

    @OnDatabases({POSTGRESQL, H2})
    void history(TestDb db) {
        Dialogue shop = Dialogue.aboutTheStory(db);
        shop.ask("upgrade b2000000");

        assertThat(shop.ask("history").lines().filter(line -> line.contains("0000  ")))
                .extracting(line -> line.replaceAll(".*?([a-e])\\d000000 .*", "$1"))
                .containsExactly("e", "d", "c", "b", "a");
        assertThat(shop.ask("history --indicate-current")).contains("add email  (current)");
        assertThat(shop.ask("history --range=current:mail@head"))
                .contains("add email", "join billing")
                .doesNotContain("create audit");
        assertThat(shop.ask("history --range=:c3000000"))
                .contains("create account", "create invoice")
                .doesNotContain("add email");
        assertThat(shop.tryTo("history --range=b2000000").status())
                .as("not a range")
                .isEqualTo(ExitStatus.USAGE);
        assertThat(shop.ask("history --verbose")).contains("follows: b2000000, c3000000");
    }

    @OnDatabases({POSTGRESQL, H2})
    void heads(TestDb db) {
        Dialogue shop = Dialogue.aboutAProject(db, folder);
        shop.ask("revision --empty --format=sql --message=account --rev-id=a1");
        shop.ask("revision --empty --format=sql --message=mail --rev-id=b2");
        shop.ask("revision --empty --format=sql --message=invoice --rev-id=c3 --head=a1 --splice");
        shop.ask("revision --empty --format=sql --message=audit --rev-id=e5 --head=base --depends-on=c3");

        assertThat(shop.ask("heads").lines())
                .containsExactly(
                        "b2  mail  (head)", "c3  invoice  (effective head)", "e5  audit  needs c3  (base, head)");
        assertThat(shop.ask("heads --resolve-dependencies").lines())
                .containsExactly("b2  mail  (head)", "e5  audit  needs c3  (base, head)");
        assertThat(shop.ask("heads --verbose")).contains("    needed by: e5");
    }

    @OnDatabases({POSTGRESQL, H2})
    void branches(TestDb db) {
        Dialogue shop = Dialogue.aboutTheStory(db);
        assertThat(shop.ask("branches").lines())
                .containsExactly(
                        "a1000000  create account  (base, branch point)",
                        "  -> b2000000  [mail]  add email",
                        "  -> c3000000  [billing]  create invoice");
        assertThat(shop.ask("branches --json")).contains("\"children\":[\"b2000000\",\"c3000000\"]");
    }

    @OnDatabases({POSTGRESQL, H2})
    void show(TestDb db) {
        Dialogue shop = Dialogue.aboutTheStory(db);
        assertThat(shop.ask("show billing"))
                .contains("follows: a1000000", "followed by: d4000000", "needed by: e5000000");
        assertThat(shop.ask("show").lines().filter(line -> !line.startsWith(" ")))
                .hasSize(2);
        assertThat(shop.ask("show mail@head")).contains("d4000000");
        assertThat(shop.tryTo("show mail@e5").status()).as("not on that line").isEqualTo(ExitStatus.USAGE);

        shop.ask("upgrade c3");
        assertThat(shop.ask("show current")).startsWith("c3000000").contains("(current)");
    }
}
