package io.retort.internal.prepare;

import static io.retort.migration.Definitions.*;
import static io.retort.testkit.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.internal.history.JavaRevisions;
import io.retort.migration.Definitions;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A release that renames the methods of the DSL finds no applied revision edited. */
class RenamedDslTests {

    @OnDatabases(H2)
    void noAppliedRevisionCountsAsEditedAfterMethodsOfTheDslAreRenamed(TestDb db) throws Exception {
        new Release().upgrade(db.dataSource());
        assertThat(db.query("select checksum from retort_revision where checksum is not null"))
                .hasSize(2);

        Class<?> later = new RenamingClassLoader(renamed()).loadClass(Later.class.getName());

        assertThat(methodsOfOperations(later))
                .contains("xAddColumn", "xCreateTable")
                .doesNotContain("addColumn");
        assertThat(release(later).apply(db.dataSource())).asList().isEmpty();
    }

    @OnDatabases(H2)
    void anotherValueStillCounts(TestDb db) {
        new Release().upgrade(db.dataSource());

        assertThat(Retort.on(db.dataSource(), List.of(JavaRevisions.of(Raa_shop.class, Rbb_edited.class)))
                        .edits())
                .singleElement()
                .satisfies(edit -> assertThat(edit.revision().id()).isEqualTo("bb"));
    }

    /** Their names become others wherever a class of Retort or of a revision contains them. */
    private static Set<String> renamed() {
        return Stream.of(Operations.class, Definitions.class, Column.class, Constraint.ForeignKey.class)
                .flatMap(dsl -> Arrays.stream(dsl.getDeclaredMethods()))
                .map(Method::getName)
                .filter(name -> name.matches("[a-z]+([A-Z][a-z]+)+"))
                .filter(name -> !Set.of("toString", "hashCode").contains(name))
                .collect(Collectors.toSet());
    }

    private static List<String> methodsOfOperations(Class<?> later) throws ClassNotFoundException {
        Class<?> operations = later.getClassLoader().loadClass(Operations.class.getName());
        return Arrays.stream(operations.getDeclaredMethods())
                .map(Method::getName)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Function<DataSource, List<String>> release(Class<?> later) throws ReflectiveOperationException {
        return (Function<DataSource, List<String>>)
                later.getDeclaredConstructor().newInstance();
    }

    /** The release that applied the revisions. */
    static class Release {

        void upgrade(DataSource database) {
            retort(database).upgrade("head");
        }

        Retort retort(DataSource database) {
            return Retort.on(database, List.of(JavaRevisions.of(Raa_shop.class, Rbb_more.class)));
        }
    }

    /** Returns the edited revisions of a database; the JDK's types only, because its own are loaded again. */
    public static class Later implements Function<DataSource, List<String>> {

        @Override
        public List<String> apply(DataSource database) {
            return new Release()
                    .retort(database).edits().stream()
                            .flatMap(edit -> edit.describe().stream())
                            .toList();
        }
    }

    @Revision(id = "aa", message = "shop")
    public static class Raa_shop implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createTable(
                    "customer",
                    column("id", bigint()).notNull().identityAlways(),
                    column("email", varchar(255)),
                    column("since", timestampWithTimeZone()),
                    primaryKey("id").named("pk_customer"));
            op.createSequence(sequence("shop_seq").incrementBy(50), startAfter("customer", "id"));
        }
    }

    @Revision(id = "bb", parent = "aa", message = "more")
    public static class Rbb_more implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.addColumn("customer", column("rank", integer()).notNull().defaultValue(1));
            op.addColumn("customer", column("friend", bigint()));
            op.addConstraint(
                    "customer",
                    foreignKey("fk_customer_friend", "friend")
                            .references("customer", "id")
                            .onDelete(CASCADE));
            op.alterColumn("customer", column("email", varchar(255)), column("email", varchar(320)));
            op.insert("customer", columns("email", "rank"), row("ada@example.org", 1));
            op.execute("update customer set rank = 2");
            op.work("count", connection -> {});
        }
    }

    @Revision(id = "bb", parent = "aa", message = "more")
    public static class Rbb_edited extends Rbb_more {
        @Override
        public void upgrade(Operations op) {
            super.upgrade(op);
            op.addColumn("customer", column("note", varchar(20)));
        }
    }
}
