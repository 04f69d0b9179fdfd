package io.retort.diff.models.kitchensink;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.NaturalId;

/** Constraints, defaults, indexes, comments. */
@SuppressWarnings("deprecation") // applications still use it
public final class KitchenSinkConstraints {

    @Entity(name = "Ruled")
    @Table(
            name = "ruled",
            uniqueConstraints = {
                @UniqueConstraint(
                        name = "uk_ruled_pair",
                        columnNames = {"low", "high"}),
                @UniqueConstraint(columnNames = {"code", "low"}),
                @UniqueConstraint(name = "uk_ruled_twice", columnNames = "twice")
            },
            indexes = {
                @Index(name = "ix_ruled_low", columnList = "low"),
                @Index(name = "ix_ruled_low_high", columnList = "low, high desc"),
                @Index(columnList = "onDay"),
                @Index(name = "ux_ruled_day_code", columnList = "onDay, code", unique = true)
            },
            check = @CheckConstraint(name = "ck_ruled_order", constraint = "low <= high"))
    @Check(constraints = "low >= 0")
    @Comment("Rules for rows")
    public static class Ruled {
        @Id
        Long id;

        @NaturalId
        String natural_key;

        int low;
        int high;

        @Column(unique = true, length = 12)
        @Comment("it''s short")
        String code;

        @Column(unique = true)
        String twice;

        @Check(constraints = "amount > 0")
        @Column(precision = 10, scale = 2)
        BigDecimal amount;

        @Check(name = "ck_ruled_share", constraints = "share between 0 and 100")
        int share;

        LocalDate onDay;
    }

    @Entity(name = "Defaulted")
    public static class Defaulted {
        @Id
        Long id;

        @ColumnDefault("'new'")
        @Column(nullable = false)
        String state;

        @ColumnDefault("'it''s'")
        String apostrophe;

        @ColumnDefault("0")
        int count_of;

        @ColumnDefault("-1.50")
        @Column(precision = 8, scale = 2)
        BigDecimal balance;

        @ColumnDefault("true")
        boolean active;

        @ColumnDefault("current_timestamp")
        @Column(secondPrecision = 0)
        LocalDateTime since;

        @ColumnDefault("(1 + 2)")
        Integer computedOnce;

        @Column(columnDefinition = "varchar(30) default 'x' not null")
        String defined;

        @Column(columnDefinition = "varchar(77)")
        String definedPlainly;
    }

    @Entity(name = "Calculated")
    public static class Calculated {
        @Id
        Long id;

        int base;
        int factor;

        @GeneratedColumn("base * factor")
        int product;
    }
}
