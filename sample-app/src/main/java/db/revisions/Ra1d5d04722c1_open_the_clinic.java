package db.revisions;

import static io.retort.migration.Definitions.*;

import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;

/** Open the clinic. */
@Revision(id = "a1d5d04722c1", message = "open the clinic", created = "2026-03-02T08:12:40Z")
public class Ra1d5d04722c1_open_the_clinic implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createSequence(sequence("owner_seq").incrementBy(50));
        op.createSequence(sequence("patient_seq").incrementBy(50));
        op.createSequence(sequence("visit_seq").incrementBy(50));

        op.createTable(
                "owner",
                column("id", bigint()).notNull(),
                column("street", varchar(120)).notNull(),
                column("postal_code", varchar(12)).notNull(),
                column("city", varchar(80)).notNull(),
                column("created_at", timestampWithTimeZone(6)).notNull(),
                column("email", varchar(160)).notNull(),
                column("first_name", varchar(60)).notNull(),
                column("last_name", varchar(60)).notNull(),
                column("reminders_wanted", bool())
                        .notNull()
                        .defaultValue(true)
                        .comment("Whether vaccination reminders may be sent by email"),
                column("updated_at", timestampWithTimeZone(6)).notNull(),
                primaryKey("id"),
                unique("uq_owner_email", "email"),
                comment("People who bring animals to the clinic"));
        op.createIndex("owner", index("ix_owner_name", "last_name", "first_name"));

        op.createTable(
                "patient",
                column("id", bigint()).notNull(),
                column("birth_date", date()),
                column("microchip", varchar(15)),
                column("name", varchar(60)).notNull(),
                column("species", varchar(20)).notNull(),
                column("weight_kg", numeric(6, 2)).comment("Kilograms, as weighed at the last visit"),
                column("owner_id", bigint()).notNull(),
                column("allergies", varchar(200)).comment("Substances, separated by commas"),
                primaryKey("id"),
                unique("uq_patient_owner_name", "owner_id", "name"),
                unique("uq_patient_microchip", "microchip"),
                check("patient_species_check", "species in ('DOG','CAT','RABBIT','GUINEA_PIG','BIRD','REPTILE')"),
                check("ck_patient_weight", "weight_kg > 0"),
                foreignKey("fk_patient_owner", "owner_id").references("owner", "id"));

        op.createTable(
                "staff_member",
                column("id", bigint()).notNull().identity(),
                column("email", varchar(160)).notNull(),
                column("first_name", varchar(60)).notNull(),
                column("hired_on", date()).notNull(),
                column("last_name", varchar(60)).notNull(),
                column("supervisor_id", bigint()),
                primaryKey("id"),
                unique("uq_staff_member_email", "email"),
                foreignKey("fk_staff_member_supervisor", "supervisor_id").references("staff_member", "id"));

        op.createTable(
                "veterinarian",
                column("licence_number", varchar(20)).notNull(),
                column("staff_member_id", bigint()).notNull(),
                primaryKey("staff_member_id"),
                unique("uq_veterinarian_licence", "licence_number"),
                foreignKey("fk_veterinarian_staff_member", "staff_member_id").references("staff_member", "id"));

        op.createTable(
                "visit",
                column("id", bigint()).notNull(),
                column("notes", varchar(4000)),
                column("reason", varchar(200)).notNull(),
                column("starts_at", timestamp(6)).notNull().comment("Local time at the clinic"),
                column("status", varchar(20)).notNull().defaultValue("PLANNED"),
                column("version", integer()).notNull(),
                column("patient_id", bigint()).notNull(),
                column("veterinarian_id", bigint()).notNull(),
                primaryKey("id"),
                unique("uq_visit_slot", "veterinarian_id", "starts_at"),
                check("visit_status_check", "status in ('PLANNED','DONE','MISSED')"),
                foreignKey("fk_visit_patient", "patient_id").references("patient", "id"),
                foreignKey("fk_visit_veterinarian", "veterinarian_id").references("veterinarian", "staff_member_id"),
                comment("Appointments, past and planned"));
        op.createIndex("visit", index("ix_visit_patient_newest", "patient_id").descending("starts_at"));

        op.createTable(
                "nurse",
                column("theatre_trained", bool()).notNull().defaultValue(false),
                column("staff_member_id", bigint()).notNull(),
                primaryKey("staff_member_id"),
                foreignKey("fk_nurse_staff_member", "staff_member_id").references("staff_member", "id"));

        op.createTable(
                "owner_phone",
                column("owner_id", bigint()).notNull(),
                column("phone_number", varchar(30)).notNull(),
                column("kind", varchar(10)).notNull(),
                primaryKey("owner_id", "kind"),
                check("owner_phone_kind_check", "kind in ('MOBILE','HOME')"),
                foreignKey("fk_owner_phone_owner", "owner_id").references("owner", "id"));

        op.createTable(
                "specialty",
                column("id", integer()).notNull().identity(),
                column("name", varchar(60)).notNull(),
                primaryKey("id"),
                unique("uq_specialty_name", "name"));

        op.createTable(
                "veterinarian_specialty",
                column("veterinarian_id", bigint()).notNull(),
                column("specialty_id", integer()).notNull(),
                primaryKey("veterinarian_id", "specialty_id"),
                foreignKey("fk_veterinarian_specialty_specialty", "specialty_id")
                        .references("specialty", "id"),
                foreignKey("fk_veterinarian_specialty_veterinarian", "veterinarian_id")
                        .references("veterinarian", "staff_member_id"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("veterinarian_specialty");
        op.dropTable("specialty");
        op.dropTable("owner_phone");
        op.dropTable("nurse");
        op.dropTable("visit");
        op.dropTable("veterinarian");
        op.dropTable("staff_member");
        op.dropTable("patient");
        op.dropTable("owner");

        op.dropSequence(sequence("visit_seq").incrementBy(50));
        op.dropSequence(sequence("patient_seq").incrementBy(50));
        op.dropSequence(sequence("owner_seq").incrementBy(50));
    }
}
