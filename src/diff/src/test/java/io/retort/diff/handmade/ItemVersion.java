package io.retort.diff.handmade;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.LocalDateTime;
import java.util.List;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.GeneratedColumn;

/** The item table as the entities declare it, in several versions. */
enum ItemVersion {
    BASE(Base.class),
    COLUMN_MORE(ColumnMore.class),
    WIDER(Wider.class),
    NOTE_GONE(NoteGone.class),
    AMOUNT_GONE(AmountGone.class),
    CODE_NOT_UNIQUE(CodeNotUnique.class),
    NO_REFERENCE(NoReference.class),
    CONSTANT_MORE(ConstantMore.class),
    NULLS_AND_DEFAULTS(NullsAndDefaults.class),
    OTHER_INDEX(OtherIndex.class),
    NARROWER(Narrower.class),
    NO_INDEX(NoIndex.class),
    NOTE_RENAMED(NoteRenamed.class),
    COMPUTED(Computed.class),
    COMPUTED_OTHERWISE(ComputedOtherwise.class),
    AMOUNT_IS_TEXT(AmountIsText.class),
    TABLE_RENAMED(TableRenamed.class);

    private final Class<?> entity;

    ItemVersion(Class<?> entity) {
        this.entity = entity;
    }

    List<Class<?>> entities() {
        return List.of(entity, Shelf.class, Box.class);
    }

    /** Whether the entity declares the same property of the same column as an object. */
    boolean declares(HandMadeObject object) {
        return switch (this) {
            case NULLS_AND_DEFAULTS ->
                object.kind().equals("default") && object.subject().equals("amount");
            case OTHER_INDEX ->
                object.kind().equals("comment") && object.subject().equals("note");
            default -> false;
        };
    }

    enum Two {
        A,
        B
    }

    enum Three {
        A,
        B,
        C
    }

    @Entity
    @Table(name = "shelf")
    static class Shelf {
        @Id
        long id;

        String place;
    }

    /** Hibernate declares no key for the table of its tags. */
    @Entity
    @Table(name = "box")
    static class Box {
        @Id
        long id;

        @ElementCollection
        @CollectionTable(name = "box_tags", joinColumns = @JoinColumn(name = "box_id"))
        @Column(name = "tag", length = 50)
        List<String> tags;
    }

    @Entity(name = "Item")
    @Table(name = "item", indexes = @Index(name = "ix_item_name", columnList = "name"))
    static class Base {
        @Id
        long id;

        @Column(length = 50, nullable = false)
        String name;

        @Column(length = 20, unique = true)
        String code;

        Integer amount;

        @Column(length = 100)
        String note;

        @Enumerated(EnumType.STRING)
        Two state;

        LocalDateTime touched;

        @ManyToOne
        @JoinColumn(name = "shelf_id")
        Shelf shelf;
    }

    @Entity(name = "Item")
    @Table(name = "item", indexes = @Index(name = "ix_item_name", columnList = "name"))
    static class ColumnMore {
        @Id
        long id;

        @Column(length = 50, nullable = false)
        String name;

        @Column(length = 20, unique = true)
        String code;

        Integer amount;

        @Column(length = 100)
        String note;

        @Enumerated(EnumType.STRING)
        Two state;

        LocalDateTime touched;

        @ManyToOne
        @JoinColumn(name = "shelf_id")
        Shelf shelf;

        @Column(length = 30)
        String extra;
    }

    @Entity(name = "Item")
    @Table(name = "item", indexes = @Index(name = "ix_item_name", columnList = "name"))
    static class Wider {
        @Id
        long id;

        @Column(length = 80, nullable = false)
        String name;

        @Column(length = 20, unique = true)
        String code;

        Long amount;

        @Column(length = 100)
        String note;

        @Enumerated(EnumType.STRING)
        Two state;

        LocalDateTime touched;

        @ManyToOne
        @JoinColumn(name = "shelf_id")
        Shelf shelf;
    }

    @Entity(name = "Item")
    @Table(name = "item", indexes = @Index(name = "ix_item_name", columnList = "name"))
    static class NoteGone {
        @Id
        long id;

        @Column(length = 50, nullable = false)
        String name;

        @Column(length = 20, unique = true)
        String code;

        Integer amount;

        @Enumerated(EnumType.STRING)
        Two state;

        LocalDateTime touched;

        @ManyToOne
        @JoinColumn(name = "shelf_id")
        Shelf shelf;
    }

    @Entity(name = "Item")
    @Table(name = "item", indexes = @Index(name = "ix_item_name", columnList = "name"))
    static class AmountGone {
        @Id
        long id;

        @Column(length = 50, nullable = false)
        String name;

        @Column(length = 20, unique = true)
        String code;

        @Column(length = 100)
        String note;

        @Enumerated(EnumType.STRING)
        Two state;

        LocalDateTime touched;

        @ManyToOne
        @JoinColumn(name = "shelf_id")
        Shelf shelf;
    }

    @Entity(name = "Item")
    @Table(name = "item", indexes = @Index(name = "ix_item_name", columnList = "name"))
    static class CodeNotUnique {
        @Id
        long id;

        @Column(length = 50, nullable = false)
        String name;

        @Column(length = 20)
        String code;

        Integer amount;

        @Column(length = 100)
        String note;

        @Enumerated(EnumType.STRING)
        Two state;

        LocalDateTime touched;

        @ManyToOne
        @JoinColumn(name = "shelf_id")
        Shelf shelf;
    }

    @Entity(name = "Item")
    @Table(name = "item", indexes = @Index(name = "ix_item_name", columnList = "name"))
    static class NoReference {
        @Id
        long id;

        @Column(length = 50, nullable = false)
        String name;

        @Column(length = 20, unique = true)
        String code;

        Integer amount;

        @Column(length = 100)
        String note;

        @Enumerated(EnumType.STRING)
        Two state;

        LocalDateTime touched;

        @ManyToOne
        @JoinColumn(name = "shelf_id", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Shelf shelf;
    }

    @Entity(name = "Item")
    @Table(name = "item", indexes = @Index(name = "ix_item_name", columnList = "name"))
    static class ConstantMore {
        @Id
        long id;

        @Column(length = 50, nullable = false)
        String name;

        @Column(length = 20, unique = true)
        String code;

        Integer amount;

        @Column(length = 100)
        String note;

        @Enumerated(EnumType.STRING)
        Three state;

        LocalDateTime touched;

        @ManyToOne
        @JoinColumn(name = "shelf_id")
        Shelf shelf;
    }

    @Entity(name = "Item")
    @Table(name = "item", indexes = @Index(name = "ix_item_name", columnList = "name"))
    static class NullsAndDefaults {
        @Id
        long id;

        @Column(length = 50)
        String name;

        @Column(length = 20, unique = true, nullable = false)
        String code;

        @ColumnDefault("5")
        Integer amount;

        @Column(length = 100)
        String note;

        @Enumerated(EnumType.STRING)
        Two state;

        LocalDateTime touched;

        @ManyToOne
        @JoinColumn(name = "shelf_id")
        Shelf shelf;
    }

    @Entity(name = "Item")
    @Table(name = "item", indexes = @Index(name = "ix_item_name", columnList = "name, code"))
    static class OtherIndex {
        @Id
        long id;

        @Column(length = 50, nullable = false)
        String name;

        @Column(length = 20, unique = true)
        String code;

        Integer amount;

        @Comment("said by an entity")
        @Column(length = 100)
        String note;

        @Enumerated(EnumType.STRING)
        Two state;

        LocalDateTime touched;

        @ManyToOne
        @JoinColumn(name = "shelf_id")
        Shelf shelf;
    }

    @Entity(name = "Item")
    @Table(name = "item", indexes = @Index(name = "ix_item_name", columnList = "name"))
    static class Narrower {
        @Id
        long id;

        @Column(length = 50, nullable = false)
        String name;

        @Column(length = 10, unique = true)
        String code;

        Integer amount;

        @Column(length = 40)
        String note;

        @Enumerated(EnumType.STRING)
        Two state;

        LocalDateTime touched;

        @ManyToOne
        @JoinColumn(name = "shelf_id")
        Shelf shelf;
    }

    @Entity(name = "Item")
    @Table(name = "item", uniqueConstraints = @UniqueConstraint(columnNames = {"name", "code"}))
    static class NoIndex {
        @Id
        long id;

        @Column(length = 50, nullable = false)
        String name;

        @Column(length = 20, unique = true)
        String code;

        Integer amount;

        @Column(length = 100)
        String note;

        @Enumerated(EnumType.STRING)
        Two state;

        LocalDateTime touched;

        @ManyToOne
        @JoinColumn(name = "shelf_id")
        Shelf shelf;
    }

    @Entity(name = "Item")
    @Table(name = "item", indexes = @Index(name = "ix_item_name", columnList = "name"))
    static class NoteRenamed {
        @Id
        long id;

        @Column(length = 50, nullable = false)
        String name;

        @Column(length = 20, unique = true)
        String code;

        Integer amount;

        @Enumerated(EnumType.STRING)
        Two state;

        LocalDateTime touched;

        @ManyToOne
        @JoinColumn(name = "shelf_id")
        Shelf shelf;

        @Column(length = 100)
        String remark;
    }

    @Entity(name = "Item")
    @Table(name = "item", indexes = @Index(name = "ix_item_name", columnList = "name"))
    static class Computed {
        @Id
        long id;

        @Column(length = 50, nullable = false)
        String name;

        @Column(length = 20, unique = true)
        String code;

        Integer amount;

        @Column(length = 100)
        String note;

        @Enumerated(EnumType.STRING)
        Two state;

        LocalDateTime touched;

        @ManyToOne
        @JoinColumn(name = "shelf_id")
        Shelf shelf;

        @GeneratedColumn("amount * 2")
        Integer total;
    }

    @Entity(name = "Item")
    @Table(name = "item", indexes = @Index(name = "ix_item_name", columnList = "name"))
    static class ComputedOtherwise {
        @Id
        long id;

        @Column(length = 50, nullable = false)
        String name;

        @Column(length = 20, unique = true)
        String code;

        Integer amount;

        @Column(length = 100)
        String note;

        @Enumerated(EnumType.STRING)
        Two state;

        LocalDateTime touched;

        @ManyToOne
        @JoinColumn(name = "shelf_id")
        Shelf shelf;

        @GeneratedColumn("amount * 3")
        Integer total;
    }

    @Entity(name = "Item")
    @Table(name = "item", indexes = @Index(name = "ix_item_name", columnList = "name"))
    static class AmountIsText {
        @Id
        long id;

        @Column(length = 50, nullable = false)
        String name;

        @Column(length = 20, unique = true)
        String code;

        @Column(length = 30)
        String amount;

        @Column(length = 100)
        String note;

        @Enumerated(EnumType.STRING)
        Two state;

        LocalDateTime touched;

        @ManyToOne
        @JoinColumn(name = "shelf_id")
        Shelf shelf;
    }

    @Entity(name = "Item")
    @Table(name = "article", indexes = @Index(name = "ix_item_name", columnList = "name"))
    static class TableRenamed {
        @Id
        long id;

        @Column(length = 50, nullable = false)
        String name;

        @Column(length = 20, unique = true)
        String code;

        Integer amount;

        @Column(length = 100)
        String note;

        @Enumerated(EnumType.STRING)
        Two state;

        LocalDateTime touched;

        @ManyToOne
        @JoinColumn(name = "shelf_id")
        Shelf shelf;
    }
}
