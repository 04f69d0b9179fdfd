package io.retort.diff.faithful.live;

import io.retort.testkit.TestDatabase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;

/** The model whose live schema is changed. */
public final class Seedbed {

    private Seedbed() {}

    /**
     * Returns the entities. Where Hibernate does not support named enum types, the column contains the constants. The
     * generated column is left out on HSQLDB, because Hibernate's DDL for it is invalid there.
     */
    public static List<Class<?>> entities(TestDatabase database) {
        boolean named = List.of(TestDatabase.POSTGRESQL, TestDatabase.POSTGRESQL_15, TestDatabase.H2)
                .contains(database);
        Stream<Class<?>> plain =
                Stream.of(Item.class, Box.class, Shelf.class, named ? Person.class : PlainPerson.class);
        return (database == TestDatabase.HSQLDB ? plain : Stream.concat(plain, Stream.of(Tally.class))).toList();
    }

    enum State {
        FRESH,
        SOLD
    }

    enum Mood {
        GOOD,
        BAD
    }

    @Entity
    @Table(name = "box")
    @Comment("what items lie in")
    static class Box {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        long id;

        @Column(length = 30)
        @Comment("what it says")
        String label;
    }

    @Entity
    @Table(name = "person")
    static class Person {
        @Id
        long id;

        @Enumerated(EnumType.STRING)
        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        Mood mood;
    }

    @Entity(name = "Person")
    @Table(name = "person")
    static class PlainPerson {
        @Id
        long id;

        @Enumerated(EnumType.STRING)
        Mood mood;
    }

    @Entity
    @Table(name = "tally")
    static class Tally {
        @Id
        long id;

        Integer amount;

        @GeneratedColumn("amount * 2")
        Integer twice;
    }

    @Entity
    @Table(name = "shelf")
    static class Shelf {
        @Id
        long id;

        @Column(length = 20, nullable = false)
        String place;
    }

    @Entity
    @Table(
            name = "item",
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "uk_item_pair",
                            columnNames = {"name", "made_on"}),
            indexes = {
                @Index(name = "ix_item_name", columnList = "name"),
                @Index(name = "ix_item_two", columnList = "price, amount desc")
            })
    @Check(name = "ck_item_amount", constraints = "amount >= 0")
    static class Item {
        @Id
        @GeneratedValue(generator = "g")
        @SequenceGenerator(name = "g", sequenceName = "numbers", allocationSize = 50)
        long id;

        @Column(length = 50, nullable = false)
        String name;

        @Column(length = 20, unique = true)
        String code;

        @Column(length = 100)
        String note;

        @Column(precision = 10, scale = 2)
        BigDecimal price;

        @ColumnDefault("1")
        int amount;

        @ColumnDefault("'none'")
        @Column(length = 10)
        String word;

        Long weight;
        Double score;
        Boolean flag;

        @Column(name = "made_on")
        LocalDate madeOn;

        @Column(name = "made_at")
        LocalDateTime madeAt;

        @Column(name = "sold_at")
        OffsetDateTime soldAt;

        @Column(name = "day_time")
        LocalTime dayTime;

        UUID uid;

        @JdbcTypeCode(SqlTypes.JSON)
        Map<String, String> data;

        @Column(length = 30)
        byte[] bytes;

        @Enumerated(EnumType.STRING)
        State state;

        @ManyToOne
        @OnDelete(action = OnDeleteAction.CASCADE)
        @JoinColumn(name = "box_id", foreignKey = @jakarta.persistence.ForeignKey(name = "fk_item_box"))
        Box box;

        @ManyToOne
        @JoinColumn(name = "shelf_id", foreignKey = @jakarta.persistence.ForeignKey(name = "fk_item_shelf"))
        Shelf shelf;

        @ElementCollection
        @CollectionTable(name = "item_tag", joinColumns = @JoinColumn(name = "item_id"))
        @Column(name = "tag", length = 20)
        Set<String> tags;

        @ManyToMany
        @JoinTable(name = "item_box")
        Set<Box> boxes;
    }
}
