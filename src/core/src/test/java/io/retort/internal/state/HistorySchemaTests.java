package io.retort.internal.state;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.index;
import static io.retort.migration.Definitions.integer;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.table;
import static io.retort.migration.Definitions.unique;
import static io.retort.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.History;
import io.retort.internal.history.SqlRevisions;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.RevisionInfo;
import io.retort.schema.Column;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import io.retort.source.RevisionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistorySchemaTests {

    private static final QualifiedName CUSTOMER = QualifiedName.parse("customer");

    private final List<RevisionCode> revisions = new ArrayList<>();

    private HistorySchemaTests revision(String id, Consumer<Operations> upgrade) {
        List<String> parents = revisions.isEmpty()
                ? List.of()
                : List.of(revisions.get(revisions.size() - 1).info().id());
        RevisionInfo info = new RevisionInfo(id, parents, List.of(), List.of(), id, null, true, "memory");
        Migration migration = upgrade::accept;
        revisions.add(new RevisionCode(info, () -> migration));
        return this;
    }

    private HistorySchema on(String product) {
        return HistorySchema.of(History.of(List.of(() -> revisions)), Dialects.named(product));
    }

    private static Consumer<Operations> createCustomer() {
        return op -> op.createTable(
                "customer", column("id", bigint()).notNull(), column("Name", varchar(80)), primaryKey("id"));
    }

    private static Table customer(HistorySchema schema) {
        return schema.snapshot().table(CUSTOMER).orElseThrow();
    }

    /** A revision checks the rows before it changes them, which changes no table. */
    @Test
    void aCheckOfRowsLeavesTheTableKnown() {
        String check = Dialects.named("postgresql").failIfAny(CUSTOMER, "name is null", "a customer has no name");
        HistorySchema schema = revision("a1", createCustomer())
                .revision("b2", op -> op.execute(check))
                .revision("c3", op -> op.execute("do $$ begin alter table customer add fax text; end $$"))
                .on("postgresql");

        assertThat(schema.unknown()).containsOnlyKeys(CUSTOMER);
        assertThat(schema.unknown().get(CUSTOMER).revision()).isEqualTo("c3");
    }

    @Test
    void anObjectRemembersItsRevisionsThroughRenames() {
        HistorySchema schema = revision("a1", createCustomer())
                .revision("a2", op -> op.addColumn("customer", column("mail", varchar(80))))
                .revision("a3", op -> op.renameColumn("customer", "mail", "email"))
                .revision("a4", op -> op.renameTable("customer", "client"))
                .revision("a5", op -> op.createIndex("client", index("ix_email", "email")))
                .on("postgresql");

        QualifiedName client = QualifiedName.parse("client");
        assertThat(schema.contradictions()).isEmpty();
        assertThat(schema.origin(SchemaObject.table(client))).contains(new Origin("a1", "a4"));
        assertThat(schema.origin(SchemaObject.column(client, "id"))).contains(new Origin("a1", "a1"));
        assertThat(schema.origin(SchemaObject.column(client, "email"))).contains(new Origin("a2", "a3"));
        assertThat(schema.origin(SchemaObject.index(client, "ix_email"))).contains(new Origin("a5", "a5"));
        assertThat(schema.origin(SchemaObject.column(client, "mail"))).isEmpty();
    }

    @Test
    void aPrimaryKeyIsDroppedWhateverItsNameIs() {
        HistorySchema schema = revision("a1", createCustomer())
                .revision("a2", op -> {
                    op.dropConstraint("customer", primaryKey("id").named("customer_pkey"));
                    op.addConstraint("customer", primaryKey("id", "Name"));
                })
                .on("postgresql");

        assertThat(schema.contradictions()).isEmpty();
        assertThat(customer(schema).constraints()).containsExactly(primaryKey("id", "name"));
    }

    @Test
    void aConstraintWithAnotherNameIsFoundByItsDefinition() {
        HistorySchema schema = revision("a1", createCustomer())
                .revision("a2", op -> op.addConstraint("customer", unique("uk_made_by_hand", "name")))
                .revision("a3", op -> op.dropConstraint("customer", unique("uk_of_hibernate", "name")))
                .on("h2");

        assertThat(customer(schema).constraints()).containsExactly(primaryKey("id"));
    }

    @Test
    void theConstraintsAndIndexesOfAColumnGoWithIt() {
        HistorySchema schema = revision("a1", createCustomer())
                .revision("a2", op -> {
                    op.addConstraint("customer", unique("uk_name", "name"));
                    op.createIndex("customer", index("ix_name", "name"));
                    op.dropColumn("customer", "name");
                })
                .on("postgresql");

        assertThat(customer(schema).constraints()).containsExactly(primaryKey("id"));
        assertThat(customer(schema).indexes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "h2", "mysql", "sqlite"})
    void namesAreReadAsTheProductReadsThem(String product) {
        HistorySchema schema = revision("a1", createCustomer())
                .revision(
                        "a2",
                        op -> op.alterColumn("customer", column("NAME", varchar(80)), column("NAME", varchar(120))))
                .on(product);

        assertThat(schema.contradictions()).isEmpty();
        assertThat(customer(schema).columns()).extracting(Column::type).containsExactly(bigint(), varchar(120));
    }

    @Test
    void anAlteredColumnIsAsItsLastRevisionDeclaresIt() {
        Column last = column("Name", varchar(90)).notNull().defaultValue("none");
        HistorySchema schema = revision("a1", createCustomer())
                .revision("a2", op -> op.alterColumn("customer", column("Name", varchar(80)), last))
                .on("postgresql");

        assertThat(customer(schema).columns().get(1))
                .extracting(Column::type, Column::nullable, Column::defaultValue)
                .containsExactly(varchar(90), false, last.defaultValue());
    }

    @Test
    void operationsThatDoNotFitAreNamedWithTheirRevision() {
        HistorySchema schema = revision("a1", createCustomer())
                .revision("a2", op -> op.addColumn("customer", column("name", varchar(10))))
                .revision("a3", op -> op.dropColumn("customer", "fax"))
                .revision("a4", op -> op.createTable("customer", column("id", bigint())))
                .revision("a5", op -> op.dropIndex("customer", index("ix_gone", "name")))
                .revision("a6", op -> op.dropTable("supplier"))
                .on("postgresql");

        assertThat(schema.contradictions())
                .extracting(Contradiction::revision, Contradiction::reason)
                .containsExactly(
                        tuple("a2", "column customer.name already exists"),
                        tuple("a3", "column customer.fax does not exist"),
                        tuple("a4", "table customer already exists"),
                        tuple("a5", "index ix_gone on table customer does not exist"),
                        tuple("a6", "table supplier does not exist"));
    }

    /** Otherwise the next revision would undo the contradiction, and change a table that is as it should be. */
    @Test
    void anOperationThatDoesNotFitChangesNothing() {
        Table expected = customer(revision("a1", createCustomer()).on("postgresql"));
        HistorySchema schema = revision("a2", op -> op.addColumn("customer", column("name", varchar(10))))
                .revision("a3", op -> op.createTable("customer", column("id", bigint())))
                .revision(
                        "a4",
                        op -> op.execute(
                                "alter table customer add column fax varchar(20)",
                                "",
                                means -> means.createTable("customer", column("fax", varchar(20)))))
                .revision("a5", op -> op.addConstraint("customer", primaryKey("Name")))
                .revision("a6", op -> op.renameColumn("customer", "name", "id"))
                .on("postgresql");

        assertThat(customer(schema)).isEqualTo(expected);
        assertThat(schema.contradictions())
                .extracting(Contradiction::revision)
                .containsExactly("a2", "a3", "a4", "a5", "a6");
    }

    @Test
    void whatSqlChangesWithoutSayingHowIsUnknown() {
        HistorySchema schema = revision("a1", createCustomer())
                .revision("a2", op -> op.execute("insert into customer (id) values (1)"))
                .revision("a3", op -> op.execute("create or replace view names as select name from customer"))
                .revision("a4", op -> op.execute("alter table Customer add column fax varchar(20)"))
                .revision("a5", op -> op.execute("create table if not exists audit (id bigint)"))
                .revision("a6", op -> op.execute("do $$ begin execute 'drop table supplier'; end $$"))
                .on("postgresql");

        assertThat(schema.unknown()).containsOnlyKeys(CUSTOMER, QualifiedName.parse("audit"));
        assertThat(schema.unknown().get(CUSTOMER).revision()).isEqualTo("a4");
        assertThat(schema.unknown().get(QualifiedName.parse("audit")).revision())
                .isEqualTo("a5");
    }

    @Test
    void anUnknownTableStaysUnknownByItsNewNameUntilItIsDropped() {
        revision("a1", createCustomer())
                .revision("a2", op -> op.execute("alter table customer add fax varchar(20)"))
                .revision("a3", op -> op.renameTable("customer", "client"));
        assertThat(on("h2").unknown()).containsOnlyKeys(QualifiedName.parse("client"));

        revision("a4", op -> op.dropTable("client"));
        assertThat(on("h2").unknown()).isEmpty();
    }

    @Test
    void nothingIsSaidOfWhatIsUnknown() {
        HistorySchema schema = revision("a1", createCustomer())
                .revision("a2", op -> op.execute("alter table customer add fax varchar(20)"))
                .revision("a3", op -> op.dropColumn("customer", "fax"))
                .on("h2");

        assertThat(schema.contradictions()).isEmpty();
    }

    @Test
    void aRebuildChangesItsTable() {
        HistorySchema schema = revision("a1", createCustomer())
                .revision(
                        "a2",
                        op -> op.rebuildTable(
                                table(
                                        "customer",
                                        column("id", bigint()).notNull(),
                                        column("Name", varchar(80)),
                                        primaryKey("id")),
                                changes -> {
                                    changes.alterColumn(
                                            "customer", column("Name", varchar(80)), column("Name", varchar(90)));
                                    changes.addColumn("customer", column("city", varchar(20)));
                                }))
                .on("sqlite");

        assertThat(schema.contradictions()).isEmpty();
        assertThat(customer(schema).columns()).extracting(Column::name).containsExactly("id", "Name", "city");
        assertThat(schema.origin(SchemaObject.column(CUSTOMER, "Name"))).contains(new Origin("a1", "a2"));
    }

    @Test
    void whatSqlDeclaresIsAnOperationOfItsRevision() {
        HistorySchema schema = revision("a1", createCustomer())
                .revision(
                        "a2",
                        op -> op.execute(
                                "alter table Customer add fax varchar(20) invisible",
                                means -> means.addColumn("CUSTOMER", column("Fax", varchar(20)))))
                .revision(
                        "a3",
                        op -> op.execute(
                                "call rename_columns('customer')",
                                "call rename_columns_back('customer')",
                                means -> means.renameColumn("customer", "fax", "telefax")))
                .revision(
                        "a4",
                        op -> op.work(
                                "split",
                                connection -> {},
                                null,
                                means -> means.addColumn("customer", column("first", varchar(20)))))
                .on("postgresql");

        assertThat(schema.contradictions()).isEmpty();
        assertThat(schema.unknown()).isEmpty();
        assertThat(customer(schema).columns())
                .extracting(Column::name)
                .containsExactly("id", "name", "telefax", "first");
        assertThat(schema.origin(SchemaObject.column(CUSTOMER, "telefax"))).contains(new Origin("a2", "a3"));
        assertThat(schema.origin(SchemaObject.column(CUSTOMER, "first"))).contains(new Origin("a4", "a4"));
    }

    @Test
    void anEmptyDeclarationSaysThatTheSchemaStays() {
        HistorySchema schema = revision("a1", createCustomer())
                .revision("a2", op -> op.execute("alter table customer set (fillfactor = 70)", means -> {}))
                .on("postgresql");

        assertThat(schema.unknown()).isEmpty();
        assertThat(customer(schema).columns()).hasSize(2);
    }

    @Test
    void aDeclarationThatDoesNotFitIsAContradictionOfItsRevision() {
        HistorySchema schema = revision("a1", createCustomer())
                .revision(
                        "a2",
                        op -> op.execute("alter table customer drop fax", means -> means.dropColumn("customer", "fax")))
                .revision(
                        "a3",
                        op -> op.execute(
                                "alter table supplier add fax varchar(20)",
                                means -> means.addColumn("supplier", column("fax", varchar(20)))))
                .on("postgresql");

        assertThat(schema.contradictions())
                .extracting(Contradiction::revision, Contradiction::reason)
                .containsExactly(
                        tuple("a2", "column customer.fax does not exist"),
                        tuple("a3", "table supplier does not exist"));
    }

    /** The table is named in the statement, whatever its case and schema. */
    @Test
    void aDeclarationNamesTheTableOfItsStatement() {
        HistorySchema schema = revision("a1", createCustomer())
                .revision("a2", op -> {
                    op.execute(
                            "alter table Public.CUSTOMER add fax varchar(20)",
                            means -> means.addColumn("customer", column("fax", varchar(20))));
                    op.execute(
                            "alter table customer rename to client", means -> means.renameTable("customer", "client"));
                    op.execute("alter table client set (fillfactor = 70)", means -> {});
                    op.execute("call split()", means -> means.dropColumn("client", "fax"));
                })
                .revision(
                        "a3",
                        op -> op.execute(
                                "alter table account add fax varchar(20)",
                                means -> means.addColumn("client", column("fax", varchar(20)))))
                .on("postgresql");

        assertThat(schema.contradictions())
                .extracting(Contradiction::revision, Contradiction::index, Contradiction::reason)
                .containsExactly(
                        tuple("a3", 0, "its declaration does not name table account, which the statement changes"));
    }

    /** Tables of two schemas can have the same name. */
    @Test
    void aDeclarationThatNamesTheTableOfAnotherSchemaIsFound() {
        HistorySchema schema = revision("a1", op -> {
                    op.createTable("audit.customer", column("id", integer()).notNull(), primaryKey("id"));
                    op.createTable("shop.customer", column("id", integer()).notNull(), primaryKey("id"));
                })
                .revision(
                        "a2",
                        op -> op.execute(
                                "alter table audit.customer add fax varchar(20)",
                                means -> means.addColumn("Audit.CUSTOMER", column("fax", varchar(20)))))
                .revision(
                        "a3",
                        op -> op.execute(
                                "alter table audit.customer add note varchar(20)",
                                means -> means.addColumn("shop.customer", column("note", varchar(20)))))
                .on("postgresql");

        assertThat(schema.contradictions())
                .extracting(Contradiction::revision, Contradiction::index, Contradiction::reason)
                .containsExactly(tuple(
                        "a3", 0, "its declaration does not name table audit.customer, which the statement changes"));
    }

    /** A declaration that says the opposite of a simple statement. */
    @Test
    void aDeclarationThatSaysTheOppositeIsFound() {
        HistorySchema schema = revision("a1", createCustomer())
                .revision("a2", op -> {
                    op.execute(
                            "alter table customer drop column name",
                            means -> means.addColumn("customer", column("name", varchar(9))));
                    op.execute(
                            "alter table customer add fax varchar(20)", means -> means.dropColumn("customer", "fax"));
                    op.execute("create table Box (id int)", means -> means.dropTable("box"));
                    op.execute("drop table if exists lid", means -> means.createTable("lid", column("id", integer())));
                })
                .revision("a3", op -> {
                    op.execute(
                            "alter table customer drop constraint name", means -> means.dropColumn("customer", "name"));
                    op.execute("create table t (id int)", means -> {
                        means.dropTable("t");
                        means.createTable("t", column("id", integer()));
                    });
                    op.execute("create table old (id int)", means -> {});
                    op.execute("drop table t", means -> {
                        means.dropTable("t");
                        means.createTable("old", column("id", integer()));
                    });
                })
                .on("postgresql");

        assertThat(schema.contradictions())
                .filteredOn(found -> found.reason().contains("which the statement"))
                .extracting(Contradiction::revision, Contradiction::index, Contradiction::reason)
                .containsExactly(
                        tuple("a2", 0, "its declaration creates column customer.name, which the statement drops"),
                        tuple("a2", 1, "its declaration drops column customer.fax, which the statement creates"),
                        tuple("a2", 2, "its declaration drops table box, which the statement creates"),
                        tuple("a2", 3, "its declaration creates table lid, which the statement drops"));
    }

    /** In an SQL file, a block declares what all statements above it do together. */
    @Test
    void aBlockOfSeveralStatementsIsNotComparedWithItsLast() {
        HistorySchema schema = revision("a1", createCustomer())
                .revision("a2", op -> {
                    op.execute("create table box (id int)", means -> {});
                    op.execute("drop table box", means -> means.createTable("box", column("id", integer())));
                })
                .on("postgresql");

        assertThat(schema.contradictions()).isEmpty();
    }

    @Test
    void theLineOfEachOperationIsKnown() {
        Migration migration = new Lines();

        List<Integer> lines = Operations.linesOf(migration);

        assertThat(lines).hasSize(3);
        int first = lines.get(0);
        assertThat(first).isPositive();
        assertThat(lines).containsExactly(first, first + 1, first + 3);
        assertThat(Operations.linesOf(op -> new Lines().upgrade(op))).hasSize(3);
    }

    /** Its operations are on the first, second and fourth line. */
    private static final class Lines implements Migration {

        @Override
        public void upgrade(Operations op) {
            op.dropTable("one");
            op.allow("drops-table", "nothing reads it", o -> o.dropTable("two"));
            // a line between them
            List.of("three").forEach(table -> op.dropTable(table));
        }
    }

    @Test
    void aDeclarationContainsNoSqlAndNoRows() {
        revision("a1", op -> op.execute("vacuum", means -> means.execute("drop table customer")));

        assertThatThrownBy(() -> on("postgresql"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("! sql drop table customer");
    }

    @Test
    void theLinesOfAnSqlRevisionAreOperationsOfIt() {
        revision("a1", createCustomer());
        HistorySchema schema = sqlRevision("a2", """
                -- revision: a2
                -- parent: a1

                -- upgrade
                alter table customer add fax varchar(20);
                -- means: addColumn("customer",
                -- means:         column("fax", varchar(20)));
                alter table customer set (fillfactor = 70);
                -- means:
                update customer set fax = '';

                -- downgrade
                alter table customer drop fax;
                """).on("postgresql");

        assertThat(schema.unknown()).isEmpty();
        assertThat(customer(schema).columns()).extracting(Column::name).containsExactly("id", "name", "fax");
        assertThat(schema.origin(SchemaObject.column(CUSTOMER, "fax"))).contains(new Origin("a2", "a2"));
    }

    private HistorySchemaTests sqlRevision(String id, String text) {
        revisions.add(SqlRevisions.parse(text, "db/revisions/" + id + ".sql", Map.of()));
        return this;
    }
}
