package io.retort.reliability;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.reliability.process.Instance;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A statement fails in the middle of a revision in the middle of a run. The report equals
 * {@code reports/<product>.txt}, and after the file is corrected, the next start applies the rest.
 * {@code -Dgolden.write} rewrites the reports.
 */
class FailingStatementTests {

    private static final Path REPORTS = Path.of("src/test/resources/reports");

    @TempDir
    Path folder;

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void isReportedAndTheCorrectedFileGoesOn(TestDb db) throws Exception {
        failAndGoOn(db);
    }

    @Test
    void onH2InAFileToo() throws Exception {
        failAndGoOn(H2.server().newFileDatabase(folder));
    }

    private static void failAndGoOn(TestDb db) throws Exception {
        try (Instance failing = Instance.start(db, "failing")) {
            assertThat(failing.exit()).as(failing.text()).isEqualTo(1);
            assertThat(report(failing, db)).isEqualTo(golden(report(failing, db), db));
        }
        try (Instance again = Instance.start(db, "failing")) {
            assertThat(again.exit()).as("the same once more: " + again.text()).isEqualTo(1);
        }
        try (Instance corrected = Instance.start(db, "corrected")) {
            assertThat(corrected.exit()).as(corrected.text()).isZero();
        }
        assertThat(db.query("select id from first_one order by id")).containsExactly("1", "2");
        assertThat(db.query("select count(*) from next_one")).containsExactly("0");
        assertThat(db.query("select count(*) from third_one")).containsExactly("0");
        assertThat(db.query("select id from retort_revision order by id"))
                .containsExactly("0000cafe", "0001cafe", "0002cafe");
        Figures.add(
                "A statement fails in the middle, the file is corrected",
                db.server().toString(),
                "reported, tried twice, continued and completed");
    }

    private static String report(Instance failing, TestDb db) {
        String text = failing.text().replaceAll("(?m)^(begin|step .*|after .*)\\R", "");
        return text.replace(db.url(), "[db]")
                .replaceAll("retort_[0-9a-f]{32}", "[database]")
                .replaceAll("conn=\\d+", "conn=n")
                .strip();
    }

    private static String golden(String report, TestDb db) throws IOException {
        Path file = REPORTS.resolve(db.database() + ".txt");
        if (System.getProperty("golden.write") != null) {
            Files.createDirectories(REPORTS);
            Files.writeString(file, report + "\n");
        }
        return Files.readString(file).strip();
    }
}
