package db.revisions;

import static io.retort.migration.Definitions.*;

import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;

/** Stock medicines. */
@Revision(id = "c7e20b9f4a16", parent = "a1d5d04722c1", message = "stock medicines", created = "2026-03-16T10:41:05Z")
public class Rc7e20b9f4a16_stock_medicines implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "medicine",
                column("id", bigint()).notNull().identity(),
                column("dosage_form", varchar(20)).notNull(),
                column("leaflet", varchar(4000)),
                column("name", varchar(80)).notNull(),
                column("price", numeric(8, 2)).notNull(),
                column("stock", integer()).notNull().defaultValue(0),
                column("strength", varchar(20)).notNull(),
                column("version", integer()).notNull(),
                primaryKey("id"),
                unique("uq_medicine_name_strength", "name", "strength"),
                check("medicine_dosage_form_check", "dosage_form in ('TABLET','DROPS','INJECTION','OINTMENT')"));

        op.createTable(
                "treatment",
                column("id", bigint()).notNull().identity(),
                column("description", varchar(120)).notNull(),
                column("quantity", integer()).notNull().defaultValue(1),
                column("unit_price", numeric(8, 2)).notNull(),
                column("medicine_id", bigint()),
                column("visit_id", bigint()).notNull(),
                primaryKey("id"),
                check("ck_treatment_quantity", "quantity > 0"),
                foreignKey("fk_treatment_medicine", "medicine_id").references("medicine", "id"),
                foreignKey("fk_treatment_visit", "visit_id").references("visit", "id"));
        op.createIndex("treatment", index("ix_treatment_visit", "visit_id"));
        op.createIndex("treatment", index("ix_treatment_medicine", "medicine_id"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("treatment");
        op.dropTable("medicine");
    }
}
