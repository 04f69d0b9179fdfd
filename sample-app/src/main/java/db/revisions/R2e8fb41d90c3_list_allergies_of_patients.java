package db.revisions;

import static io.retort.migration.Definitions.*;

import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** List allergies of patients. The text with all allergies of a patient becomes one row for each substance. */
@Revision(
        id = "2e8fb41d90c3",
        parent = "f16c3a87e2d0",
        message = "list allergies of patients",
        created = "2026-04-09T07:55:33Z")
public class R2e8fb41d90c3_list_allergies_of_patients implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "patient_allergy",
                column("patient_id", bigint()).notNull(),
                column("substance", varchar(60)).notNull(),
                primaryKey("patient_id", "substance"),
                foreignKey("fk_patient_allergy_patient", "patient_id").references("patient", "id"));
        op.work("split allergies", R2e8fb41d90c3_list_allergies_of_patients::split);
        op.dropColumn("patient", column("allergies", varchar(200)).comment("Substances, separated by commas"));
    }

    @Override
    public void downgrade(Operations op) {
        op.addColumn("patient", column("allergies", varchar(200)).comment("Substances, separated by commas"));
        op.work("join allergies", R2e8fb41d90c3_list_allergies_of_patients::join);
        op.dropTable("patient_allergy");
    }

    private static void split(Connection connection) throws SQLException {
        try (Statement read = connection.createStatement();
                ResultSet patients =
                        read.executeQuery("select id, allergies from patient where allergies is not null");
                PreparedStatement write = connection.prepareStatement(
                        "insert into patient_allergy (patient_id, substance) values (?, ?)")) {
            while (patients.next()) {
                for (String substance : substances(patients.getString(2))) {
                    write.setLong(1, patients.getLong(1));
                    write.setString(2, substance);
                    write.addBatch();
                }
            }
            write.executeBatch();
        }
    }

    /** A substance that was written twice, also with other capital letters, is one row. */
    private static Set<String> substances(String text) {
        Set<String> substances = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String substance : text.split(",")) {
            if (!substance.isBlank()) {
                substances.add(substance.strip());
            }
        }
        return substances;
    }

    private static void join(Connection connection) throws SQLException {
        Map<Long, String> texts = new TreeMap<>();
        try (Statement read = connection.createStatement();
                ResultSet allergies = read.executeQuery(
                        "select patient_id, substance from patient_allergy order by patient_id, substance")) {
            while (allergies.next()) {
                texts.merge(allergies.getLong(1), allergies.getString(2), (one, next) -> one + ", " + next);
            }
        }
        try (PreparedStatement write = connection.prepareStatement("update patient set allergies = ? where id = ?")) {
            for (Map.Entry<Long, String> text : texts.entrySet()) {
                write.setString(1, text.getValue());
                write.setLong(2, text.getKey());
                write.addBatch();
            }
            write.executeBatch();
        }
    }
}
