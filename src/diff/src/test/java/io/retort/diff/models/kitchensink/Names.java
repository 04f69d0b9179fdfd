package io.retort.diff.models.kitchensink;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Names that need quotes or other special handling. */
@SuppressWarnings("deprecation") // applications still use it
public final class Names {

    @Entity(name = "Order")
    @Table(name = "`order`")
    public static class Order {
        @Id
        @GeneratedValue
        Long id;

        @Column(name = "`Mixed Case`")
        String mixedCase;

        @Column(name = "`select`", unique = true)
        String reserved;

        @ManyToOne
        Order previous;
    }

    @Entity(name = "MixedTable")
    @Table(name = "`MixedTable`", indexes = @Index(name = "IxMixedName", columnList = "camelCase"))
    public static class MixedTable {
        @Id
        Long id;

        String camelCase;
    }

    @Entity(name = "Dollars")
    @Table(name = "us$Money")
    public static class Dollars {
        @Id
        Long id;

        Integer größe;
    }

    @Entity(name = "LongNamed")
    @Table(name = "a_table_whose_name_is_nearly_as_long_as_names_may_become_here")
    public static class LongNamed {
        @Id
        Long id;

        @Column(unique = true)
        Integer a_column_whose_name_is_quite_long_too_but_fits;

        @org.hibernate.annotations.Check(constraints = "other_column_with_a_name > 0")
        Integer other_column_with_a_name;
    }
}
