package io.retort.fuzz.model;

/** How Hibernate derives the names of tables and columns. */
public enum Naming {
    JPA("", ""),
    /** The default of Spring Boot. */
    SNAKE_CASE("org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl", ""),
    COMPONENT_PATH("", "component-path");

    private final String physical;
    private final String implicit;

    Naming(String physical, String implicit) {
        this.physical = physical;
        this.implicit = implicit;
    }

    /** Returns the value of {@code hibernate.physical_naming_strategy}; empty for none. */
    public String physical() {
        return physical;
    }

    /** Returns the value of {@code hibernate.implicit_naming_strategy}; empty for none. */
    public String implicit() {
        return implicit;
    }
}
