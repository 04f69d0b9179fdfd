package io.retort.fuzz.model;

/** How an enum attribute is stored. */
public enum EnumStorage {
    ORDINAL("@Enumerated(EnumType.ORDINAL)"),
    STRING("@Enumerated(EnumType.STRING)"),
    /** As text with a check constraint on every product. */
    VARCHAR("@Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR)"),
    /** As a named enum type of the database, on PostgreSQL. */
    NAMED("@Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.NAMED_ENUM)");

    private final String annotations;

    EnumStorage(String annotations) {
        this.annotations = annotations;
    }

    String annotations() {
        return annotations;
    }
}
