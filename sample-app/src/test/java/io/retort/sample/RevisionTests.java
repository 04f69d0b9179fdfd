package io.retort.sample;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import io.retort.Retort;
import io.retort.revision.RevisionInfo;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The revisions of the clinic that change rows, with rows, up and down and up again. */
class RevisionTests {

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void allergiesOfPatientsBecomeRowsAndTextAgain(TestDb db) throws SQLException {
        try (HikariDataSource pool = pool(db)) {
            allergies(db, SchemaTests.retort(pool));
        }
    }

    private static void allergies(TestDb db, Retort retort) throws SQLException {
        retort.upgrade("f16c3a87e2d0");
        db.execute("insert into owner (id, street, postal_code, city, created_at, email, first_name, last_name,"
                + " reminders_wanted, updated_at) values (1, '14 Mill Road', 'CB1 2AD', 'Cambridge', current_timestamp,"
                + " 'hannah.brandt@example.org', 'Hannah', 'Brandt', true, current_timestamp)");
        patient(db, 1, "'penicillin, chicken'");
        patient(db, 2, "'beef,,Beef , wheat'");
        patient(db, 3, "''");
        patient(db, 4, "null");

        retort.upgrade("head");
        String listed = "select patient_id, substance from patient_allergy order by patient_id, substance";
        assertThat(rows(db, listed)).containsExactly("1 chicken", "1 penicillin", "2 beef", "2 wheat");

        retort.downgrade("-1");
        assertThat(rows(db, "select id, allergies from patient order by id"))
                .containsExactly("1 chicken, penicillin", "2 beef, wheat", "3 null", "4 null");

        retort.upgrade("head");
        assertThat(rows(db, listed)).containsExactly("1 chicken", "1 penicillin", "2 beef", "2 wheat");
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void aNegativeStockBecomesZeroAndIsRefusedAfterwards(TestDb db) throws SQLException {
        try (HikariDataSource pool = pool(db)) {
            negativeStock(db, SchemaTests.retort(pool));
        }
    }

    private static void negativeStock(TestDb db, Retort retort) throws SQLException {
        retort.upgrade("c7e20b9f4a16");
        db.execute("insert into medicine (dosage_form, name, price, stock, strength, version)"
                + " values ('TABLET', 'Carprofen', 0.85, -3, '50 mg', 0)");

        retort.upgrade("9d4e6a20b7c5");
        assertThat(rows(db, "select name, stock from medicine")).containsExactly("Carprofen 0");
        assertThat(catchThrowable(() -> db.execute("update medicine set stock = -1")))
                .hasMessageMatching("(?is).*ck_medicine_stock.*");
    }

    @OnDatabases(H2)
    void theHistoryHasTwoBranchesAndAMerge(TestDb db) {
        Retort retort = SchemaTests.retort(db.dataSource());

        assertThat(retort.graph().heads()).extracting(RevisionInfo::id).containsExactly("2e8fb41d90c3");
        assertThat(retort.graph().children("a1d5d04722c1")).hasSize(2);
        assertThat(retort.graph().get("f16c3a87e2d0").parents()).containsExactly("9d4e6a20b7c5", "5b93f1c8d27e");
    }

    /** As in the application: H2 evaluates a check constraint only while the session that created it is open. */
    private static HikariDataSource pool(TestDb db) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(db.url());
        pool.setUsername(db.user());
        pool.setPassword(db.password());
        pool.setMaximumPoolSize(3);
        return pool;
    }

    private static void patient(TestDb db, int id, String allergies) throws SQLException {
        db.execute("insert into patient (id, name, species, owner_id, allergies) values (" + id + ", 'Patient " + id
                + "', 'DOG', 1, " + allergies + ")");
    }

    private static List<String> rows(TestDb db, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = db.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1) + " " + result.getString(2));
            }
        }
        return rows;
    }
}
