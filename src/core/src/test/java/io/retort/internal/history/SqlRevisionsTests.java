package io.retort.internal.history;

import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.integer;
import static io.retort.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.error.RetortException;
import io.retort.migration.Operations;
import io.retort.operation.DataOperation.Execute;
import io.retort.operation.Operation;
import io.retort.revision.AdoptionMark;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlRevisionsTests {

    private static final String LOCATION = "db/revisions/3f2a91c07b4e_add_email.sql";

    private static final String WHOLE = """
            -- revision: 3f2a91c07b4e
            -- parent: a1b2c3d4e5f6, 0badcafe0000
            -- message: add email
            -- created: 2026-11-22T10:15:30Z
            -- depends-on: billing
            -- labels: mail, contact
            -- transactional: false

            -- upgrade
            alter table ${table} add email varchar(255);
            update ${table} set email = 'x;y';

            -- downgrade
            alter table ${table} drop column email;
            """;

    @Test
    void theHeaderSaysWhereTheRevisionStands() {
        var info = SqlRevisions.parse(WHOLE, LOCATION, Map.of()).info();
        assertThat(info.id()).isEqualTo("3f2a91c07b4e");
        assertThat(info.parents()).containsExactly("a1b2c3d4e5f6", "0badcafe0000");
        assertThat(info.dependsOn()).containsExactly("billing");
        assertThat(info.labels()).containsExactly("mail", "contact");
        assertThat(info.message()).isEqualTo("add email");
        assertThat(info.created()).isEqualTo(Instant.parse("2026-11-22T10:15:30Z"));
        assertThat(info.transactional()).isFalse();
    }

    @Test
    void theHeaderHasRemarks() {
        var info = SqlRevisions.parse(
                        "-- revision: 3f2a91c07b4e\n-- remark: View a: read it.\n-- remark: Two.\n-- upgrade\nselect 1;\n",
                        LOCATION,
                        Map.of())
                .info();

        assertThat(info.remarks()).containsExactly("View a: read it.", "Two.");
    }

    @Test
    void theHeaderSaysWhichDatabaseTheRevisionAdopts() {
        for (String mark : List.of("flyway:41:9f3c20aa", "liquibase:2.1: add:mail:0a", "schema")) {
            AdoptionMark adopts = SqlRevisions.parse(
                            "-- revision: 3f2a91c07b4e\n-- adopts: " + mark + "\n-- upgrade\n", LOCATION, Map.of())
                    .info()
                    .adopts();
            assertThat(adopts).isNotNull().extracting(AdoptionMark::text).isEqualTo(mark);
        }
    }

    @Test
    void thePartsAreTheMigration() {
        var migration = SqlRevisions.parse(WHOLE.replace("\n", "\r\n"), LOCATION, Map.of("table", "account"))
                .migration()
                .get();
        assertThat(Operations.collect(migration::upgrade))
                .extracting(Object::toString)
                .satisfiesExactly(
                        first -> assertThat(first).contains("alter table account add email varchar(255)"),
                        second -> assertThat(second).contains("set email = 'x;y'"));
        assertThat(Operations.collect(migration::downgrade)).hasSize(1);
    }

    @Test
    void aPlaceholderWithoutAValueIsNamed() {
        var migration = SqlRevisions.parse(WHOLE, LOCATION, Map.of("other", "x"))
                .migration()
                .get();
        assertThatThrownBy(() -> Operations.collect(migration::upgrade))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("${table}")
                .hasMessageContaining("other")
                .hasMessageContaining("the option `placeholders.table=<value>`");
    }

    @Test
    void mistakesInTheHeaderAreSentences() {
        for (var mistake : List.of(
                Map.entry("-- message: x\n-- upgrade\n-- downgrade\n", "-- revision: <id>"),
                Map.entry("-- revision: 3f2a91c07b4e\n-- revision: 3f2a91c07b4e\n", "Line 2 of the revision"),
                Map.entry("-- revision: 3f2a91c07b4e\n-- transactional: maybe\n", "neither true nor false"),
                Map.entry("-- revision: 3f2a91c07b4e\n-- adopts: flyway\n", "adopts \"flyway\", which is not a mark"),
                Map.entry("-- revision: 3f2a91c07b4e\n-- adopts: flyway:41:xyz\n", "which is not a mark"),
                Map.entry("-- revision: 3f2a91c07b4e\n-- adopts: flyway::9f\n", "which is not a mark"),
                Map.entry(
                        "-- revision: 3f2a91c07b4e\n-- parent: a1\n-- adopts: schema\n",
                        "Only a base can adopt an existing database"),
                Map.entry("-- revision: 3f2a91c07b4e\n-- created: yesterday\n", "which is not a time"),
                Map.entry("-- revision: 111111111111\n-- upgrade\n-- downgrade\n", "but is named"))) {
            assertThatThrownBy(() -> SqlRevisions.parse(mistake.getKey(), LOCATION, Map.of()))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining(LOCATION)
                    .hasMessageContaining(mistake.getValue());
        }
    }

    @Test
    void aMissingOrDoubledPartIsNoticedWhenTheRevisionIsLoaded() {
        for (String parts : List.of("-- upgrade\nselect 1;\n", "-- upgrade\n-- upgrade\n-- downgrade\n")) {
            var revision = SqlRevisions.parse("-- revision: 3f2a91c07b4e\n" + parts, LOCATION, Map.of());
            assertThatThrownBy(() -> Operations.collect(revision.migration().get()::upgrade))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining(LOCATION)
                    .hasMessageContaining("must have one line");
        }
    }

    @Test
    void withoutADatabaseAFileIsReadAsTheFirstProductThatCanReadIt() {
        var migration = SqlRevisions.parse(
                        "-- revision: 3f2a91c07b4e\n-- upgrade\nselect 'it\\'s;';\n-- downgrade\n", LOCATION, Map.of())
                .migration()
                .get();
        assertThat(Operations.collect(migration::upgrade)).hasSize(1);
    }

    @Test
    void aSectionBeginsOnlyWhereItsLineIsAComment() {
        var migration = SqlRevisions.parse(
                        "-- revision: 3f2a91c07b4e\n-- upgrade\nselect '\n-- downgrade\n';\n/*\n-- upgrade\n*/\n-- downgrade\n",
                        LOCATION,
                        Map.of())
                .migration()
                .get();
        assertThat(Operations.collect(migration::upgrade)).hasSize(1);
        assertThat(Operations.collect(migration::downgrade)).isEmpty();
    }

    /** A block declares the statements above it, up to the previous block or an empty line. */
    @Test
    void linesBelowStatementsDeclareWhatTheyDo() {
        List<Operation> said = upgrade("""
                alter table a add x varchar(5);
                alter table b add y varchar(5);

                alter table a rename to c;
                -- the new name
                alter table c drop x;
                -- and its column
                -- means: renameTable("a", "c"); dropColumn(
                --means : "c", "x")
                create table d (
                    id int,

                    name varchar(5));
                -- MEANS: createTable("d", column("id", integer()), column("name", varchar(5)));

                alter table d set (fillfactor = 70); -- means:
                update c set y = '-- means: nothing';
                """);

        assertThat(said)
                .extracting(operation -> ((Execute) operation).means())
                .containsExactly(
                        null,
                        null,
                        List.of(),
                        Operations.collect(op -> {
                            op.renameTable("a", "c");
                            op.dropColumn("c", "x");
                        }),
                        Operations.collect(
                                op -> op.createTable("d", column("id", integer()), column("name", varchar(5)))),
                        List.of(),
                        null);
    }

    @Test
    void placeholdersInDeclarationsHaveValues() {
        List<Operation> said = upgrade("""
                alter table ${table} add x varchar(5);
                -- means: addColumn("${table}", column("x", varchar(5)));
                """);

        assertThat(said)
                .extracting(operation -> ((Execute) operation).means())
                .containsExactly(Operations.collect(op -> op.addColumn("account", column("x", varchar(5)))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alter table a drop x;~-- means: dropColum("a", "x"); | Line 5 of the revision in {} calls dropColum(...), which is not a method of op. | Write dropColumn
            alter table ${table} drop x;~-- means: dropColum("a", "x"); | Line 5 of the revision in {} calls dropColum(...), which is not a method of op. | Write dropColumn
            drop table a;~-- means: dropTable(~-- means: a); | Line 6 of the revision in {} contains a, which is neither a literal nor a constant of Definitions. | Write the value itself
            drop table a;~-- means: execute("drop table a"); | Line 5 of the revision in {} declares execute(...), which does not change the schema. | Remove it
            -- means: dropTable("a");~drop table a; | Line 4 of the revision in {} has "-- means:" without a statement above it. | Move it below
            drop table~-- means: dropTable("a");~a; | Line 5 of the revision in {} has "-- means:" inside a statement. | Move it below the end
            drop table a;~-- downgrade~drop table b;~-- means: dropTable("b"); | Line 7 of the revision in {} has "-- means:" in its downgrade. | Remove it
            """)
    void aDeclarationThatCannotBeReadIsRefusedWithItsLine(String upgrade, String what, String action) {
        assertThatThrownBy(() -> upgrade(upgrade.replace("~", "\n") + "\n"))
                .isInstanceOfSatisfying(RetortException.class, refused -> {
                    assertThat(refused.what()).isEqualTo(what.replace("{}", LOCATION));
                    assertThat(refused.action()).startsWith(action);
                });
    }

    @Test
    void aDeclarationAboveThePartsIsRefused() {
        assertThatThrownBy(() -> SqlRevisions.parse(
                                "-- revision: 3f2a91c07b4e\n-- means: dropTable(\"a\");\n\n-- upgrade\n-- downgrade\n",
                                LOCATION,
                                Map.of())
                        .migration()
                        .get()
                        .upgrade(null))
                .hasMessageContaining("Line 2 of the revision in " + LOCATION + " has \"-- means:\" above its parts.");
    }

    private static List<Operation> upgrade(String statements) {
        String text = "-- revision: 3f2a91c07b4e\n\n-- upgrade\n" + statements
                + (statements.contains("-- downgrade") ? "" : "-- downgrade\n");
        return Operations.collect(SqlRevisions.parse(text, LOCATION, Map.of("table", "account"))
                .migration()
                .get()::upgrade);
    }
}
