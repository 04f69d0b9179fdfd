package io.retort.diff.models;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The smallest releases of one entity, for tests that add or remove a column. */
public final class Items {

    private Items() {}

    /** Without other columns. */
    @Entity(name = "Item")
    @Table(name = "item")
    public static class Plain {
        @Id
        long id;
    }

    /** With an optional column. */
    @Entity(name = "Item")
    @Table(name = "item")
    public static class Noted {
        @Id
        long id;

        String note;
    }
}
