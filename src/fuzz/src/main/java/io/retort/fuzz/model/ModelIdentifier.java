package io.retort.fuzz.model;

/** How the identifiers of an entity are assigned. */
public enum ModelIdentifier {
    ASSIGNED_LONG("Long", "@Id"),
    ASSIGNED_INTEGER("Integer", "@Id"),
    ASSIGNED_STRING("String", "@Id @Column(length = 40)"),
    ASSIGNED_UUID("UUID", "@Id"),
    IDENTITY("Long", "@Id @GeneratedValue(strategy = GenerationType.IDENTITY)"),
    IDENTITY_INTEGER("Integer", "@Id @GeneratedValue(strategy = GenerationType.IDENTITY)"),
    AUTO("Long", "@Id @GeneratedValue"),
    SEQUENCE(
            "Long",
            "@Id @SequenceGenerator(name = \"numbers_$\", sequenceName = \"numbers_$\", initialValue = 7,"
                    + " allocationSize = 20)"
                    + " @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = \"numbers_$\")"),
    SEQUENCE_BY_ONE(
            "Integer",
            "@Id @SequenceGenerator(name = \"steps_$\", sequenceName = \"steps_$\", allocationSize = 1)"
                    + " @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = \"steps_$\")"),
    TABLE(
            "Long",
            "@Id @TableGenerator(name = \"counters_$\", table = \"counters\", pkColumnValue = \"$\", allocationSize = 5)"
                    + " @GeneratedValue(strategy = GenerationType.TABLE, generator = \"counters_$\")"),
    UUID("UUID", "@Id @GeneratedValue(strategy = GenerationType.UUID)"),
    EMBEDDED("", ""),
    ID_CLASS("", "");

    private final String java;
    private final String annotations;

    ModelIdentifier(String java, String annotations) {
        this.java = java;
        this.annotations = annotations;
    }

    /** Returns the Java type; empty for a composite identifier. */
    public String java() {
        return java;
    }

    /** @param number makes the generators of different entities unique */
    String annotations(int number) {
        return annotations.replace("$", Integer.toString(number));
    }

    public boolean isComposite() {
        return this == EMBEDDED || this == ID_CLASS;
    }

    public boolean isAssigned() {
        return isComposite()
                || this == ASSIGNED_LONG
                || this == ASSIGNED_INTEGER
                || this == ASSIGNED_STRING
                || this == ASSIGNED_UUID;
    }
}
