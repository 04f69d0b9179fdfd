package io.retort.fuzz.model;

/** How Hibernate makes names of tables and columns. */
public enum Naming {
    JPA("", ""),
    /** As Spring Boot sets it. */
    SNAKE_CASE("org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl", ""),
    COMPONENT_PATH("", "component-path");

    private final String physical;
    private final String implicit;

    Naming(String physical, String implicit) {
        this.physical = physical;
        this.implicit = implicit;
    }

    /** The value of {@code hibernate.physical_naming_strategy}; empty for none. */
    public String physical() {
        return physical;
    }

    /** The value of {@code hibernate.implicit_naming_strategy}; empty for none. */
    public String implicit() {
        return implicit;
    }
}
