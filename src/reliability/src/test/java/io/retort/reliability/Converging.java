package io.retort.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.reliability.process.Instance;
import io.retort.testkit.TestDb;
import java.util.Map;

/** The outcome that every failure in the history {@code bulk} must have. */
final class Converging {

    private Converging() {}

    /** The instance exits with 1 and prints the revision, the position and the action. */
    static void failed(Instance instance) throws InterruptedException {
        assertThat(instance.exit()).as(instance.text()).isEqualTo(1);
        assertThat(instance.text()).contains("0002cafe", "\n> ").doesNotContain("\tat ", "Exception in thread");
    }

    /** The next start succeeds. All rows exist once, and the later revisions are applied. */
    static void converges(TestDb db, String history, int rows) throws Exception {
        converges(db, history, rows, Map.of());
    }

    static void converges(TestDb db, String history, int rows, Map<String, String> properties) throws Exception {
        try (Instance next = Instance.start(db.url(), db, history, properties)) {
            assertThat(next.exit()).as(next.text()).isZero();
        }
        assertThat(db.query("select count(*) from filled")).containsExactly(String.valueOf(rows));
        assertThat(db.query("select count(*) from after_it")).containsExactly("0");
        assertThat(db.query("select id from retort_revision order by id"))
                .containsExactly("0000cafe", "0001cafe", "0002cafe", "0003cafe");
    }
}
