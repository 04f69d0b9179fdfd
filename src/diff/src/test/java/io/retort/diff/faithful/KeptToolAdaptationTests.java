package io.retort.diff.faithful;

import static io.retort.testkit.TestDatabase.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.diff.faithful.sandbox.ToolProject;
import io.retort.diff.faithful.sandbox.ToolProject.Tool;
import io.retort.diff.models.Bootstrap;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.util.List;
import org.hibernate.annotations.Comment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Files for Flyway contain statements that are adapted to what hand-written scripts have created. */
@Tag("long")
class KeptToolAdaptationTests {

    @TempDir
    Path folder;

    @OnDatabases(MARIADB)
    void indexesOfForeignKeysGoWithThem(TestDb db) throws Exception {
        ToolProject project = byHand(db, """
                create table customer (id bigint not null primary key);
                create table purchase (id bigint not null primary key, one bigint, two bigint, three bigint, four bigint,
                  key by_hand (two), constraint fk_old foreign key (four) references customer (id));
                insert into customer values (1);
                insert into purchase values (1, 1, 1, 1, 1);
                """);
        try (Bootstrap old = Bootstrap.like(db).entities(List.of(Customer.class, OldPurchase.class));
                Bootstrap next = Bootstrap.like(db).entities(List.of(Customer.class, Purchase.class))) {
            List<String> schema = project.schema();
            project.write(next.metadata(), "keys", operations -> operations);
            project.migrate();
            assertThat(project.compare(next.metadata()).operations()).isEmpty();
            List<String> changed = project.schema();
            assertThat(changed)
                    .contains(
                            "purchase: KEY `fk_one` (`one`)",
                            "purchase: KEY `by_hand` (`two`)",
                            "purchase: KEY `ix_three` (`three`)")
                    .noneMatch(
                            line -> line.contains("KEY `fk_two` (`two`)") || line.contains("KEY `fk_three` (`three`)"));
            project.undo(1);
            assertThat(project.schema()).as(project.texts()).containsExactlyElementsOf(schema);

            project.migrate();
            project.write(old.metadata(), "no keys", operations -> operations);
            project.migrate();
            assertThat(project.compare(old.metadata()).operations()).isEmpty();
            assertThat(project.schema()).noneMatch(line -> line.contains("fk_one"));
            project.undo(2);
            assertThat(project.schema()).as(project.texts()).containsExactlyElementsOf(changed);
        }
    }

    @OnDatabases(MARIADB)
    void attributesOfColumnsStay(TestDb db) throws Exception {
        ToolProject project = byHand(db, """
                create table purchase (id bigint not null primary key,
                  one varchar(9) invisible default 'x', two varchar(9) check (two in ('a', 'b')));
                insert into purchase (id, two) values (1, 'a');
                """);
        try (Bootstrap next = Bootstrap.like(db).entities(List.of(Texts.class))) {
            List<String> schema = project.schema();
            project.write(next.metadata(), "longer", operations -> operations);
            project.migrate();
            assertThat(project.compare(next.metadata()).operations()).isEmpty();
            assertThat(project.schema())
                    .as(project.texts())
                    .anyMatch(line -> line.contains("varchar(20) INVISIBLE"))
                    .anyMatch(line -> line.contains("`two` varchar(20)"))
                    .anyMatch(line -> line.contains("CHECK (`two` in"));
            assertThatThrownBy(() -> db.execute("insert into purchase (id, two) values (2, 'c')"))
                    .hasStackTraceContaining("CONSTRAINT");
            project.undo(1);
            assertThat(project.schema()).as(project.texts()).containsExactlyElementsOf(schema);
            assertThat(db.query("select concat(id, one, two) from purchase")).containsExactly("1xa");
        }
    }

    private ToolProject byHand(TestDb db, String script) throws Exception {
        ToolProject project = new ToolProject(Tool.FLYWAY, db, folder);
        project.byHand("V1__by_hand.sql", script);
        project.migrate();
        return project;
    }

    @Entity(name = "customer")
    static class Customer {
        @Id
        Long id;
    }

    @Entity(name = "purchase")
    static class OldPurchase {
        @Id
        Long id;

        Long one;
        Long two;
        Long three;
        Long four;
    }

    @Entity(name = "purchase")
    @Table(indexes = @Index(name = "ix_three", columnList = "three"))
    static class Purchase {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(name = "one", foreignKey = @ForeignKey(name = "fk_one"))
        Customer one;

        @ManyToOne
        @JoinColumn(name = "two", foreignKey = @ForeignKey(name = "fk_two"))
        Customer two;

        @ManyToOne
        @JoinColumn(name = "three", foreignKey = @ForeignKey(name = "fk_three"))
        Customer three;

        Long four;
    }

    @Entity(name = "purchase")
    static class Texts {
        @Id
        Long id;

        @Column(length = 20)
        String one;

        @Column(length = 20)
        @Comment("in C:\\new\\'temp'")
        String two;
    }
}
