package io.retort.diff.internal.draw;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.foreignKey;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.table;
import static io.retort.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures of six schemas, character by character; {@code -Dgolden.write} writes them. */
class GoldenPicturesTests {

    private static final Path FOLDER = Path.of("src/test/resources/pictures");

    private final Map<String, Supplier<String>> pictures = new TreeMap<>();

    GoldenPicturesTests() {
        SchemaDrawing drawing = new SchemaDrawing(true);
        pictures.put("clinic", () -> drawing.whole(clinic(false)));
        pictures.put("clinic-changed", () -> drawing.changed(clinic(false), clinic(true)));
        pictures.put("cycle", () -> drawing.whole(cycle()));
        pictures.put(
                "alone",
                () -> drawing.whole(new Snapshot(
                        List.of(named("country"), named("currency"), named("zone")), List.of(), List.of())));
        pictures.put("sixty", () -> drawing.whole(GeneratedSchemas.of(60, 60)));
        pictures.put("modules", () -> {
            Snapshot schema = GeneratedSchemas.of(4, 400);
            return drawing.modules(
                    schema,
                    schema.tables().stream()
                            .collect(Collectors.toMap(
                                    Table::name, one -> one.name().name().substring(0, 3))));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"clinic", "clinic-changed", "cycle", "alone", "sixty", "modules"})
    void isThePictureOnFile(String name) throws IOException {
        Path file = FOLDER.resolve(name + ".svg");
        String actual = pictures.get(name).get();
        if (System.getProperty("golden.write") != null) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, actual);
        }

        assertThat(actual).isEqualTo(Files.readString(file));
    }

    private static Snapshot clinic(boolean changed) {
        Table owner = table(
                "owner",
                column("id", bigint()).notNull(),
                column("name", varchar(80)).notNull(),
                column(changed ? "nickname" : "fax", varchar(40)),
                primaryKey("id"));
        Table pet = table(
                "pet",
                column("id", bigint()).notNull(),
                column("name", varchar(changed ? 80 : 40)),
                column("owner_id", bigint()).notNull(),
                column("species_id", bigint()).notNull(),
                primaryKey("id"),
                foreignKey("fk_pet_owner", "owner_id").references("owner", "id"),
                foreignKey("fk_pet_species", "species_id").references("species", "id"));
        Table visit = table(
                "visit",
                column("id", bigint()).notNull(),
                column("pet_id", bigint()).notNull(),
                column("note", varchar(255)),
                primaryKey("id"),
                foreignKey("fk_visit_pet", "pet_id").references("pet", "id"));
        Table invoice = table(
                "invoice",
                column("id", bigint()).notNull(),
                column("visit_id", bigint()).notNull(),
                primaryKey("id"),
                foreignKey("fk_invoice_visit", "visit_id").references("visit", "id"));
        List<Table> tables = changed
                ? List.of(owner, pet, visit, invoice, named("species"))
                : List.of(owner, pet, visit, named("species"), named("fax_number"));
        return new Snapshot(tables, List.of(), List.of());
    }

    private static Snapshot cycle() {
        Table employee = table(
                "employee",
                column("id", bigint()).notNull(),
                column("manager_id", bigint()),
                column("department_id", bigint()).notNull(),
                primaryKey("id"),
                foreignKey("fk_manager", "manager_id").references("employee", "id"),
                foreignKey("fk_department", "department_id").references("department", "id"));
        Table department = table(
                "department",
                column("id", bigint()).notNull(),
                column("head_id", bigint()),
                primaryKey("id"),
                foreignKey("fk_head", "head_id").references("employee", "id"));
        return new Snapshot(List.of(employee, department), List.of(), List.of());
    }

    private static Table named(String name) {
        return table(name, column("id", bigint()).notNull(), column("name", varchar(80)), primaryKey("id"));
    }
}
