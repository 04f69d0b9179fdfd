package io.retort.fuzz.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Renders a model as Java source code. */
public final class JavaSource {

    private static final String IMPORTS = """
            import jakarta.persistence.*;
            import java.io.Serializable;
            import java.math.*;
            import java.time.*;
            import java.util.*;
            import org.hibernate.annotations.Check;
            import org.hibernate.annotations.ColumnDefault;
            import org.hibernate.annotations.Comment;
            import org.hibernate.annotations.Formula;
            import org.hibernate.annotations.GeneratedColumn;
            import org.hibernate.annotations.JdbcTypeCode;
            import org.hibernate.annotations.Nationalized;
            import org.hibernate.annotations.SoftDelete;
            import org.hibernate.type.SqlTypes;
            """;

    private static final String CONVERTER = """
            @Converter
            public class ReversedText implements AttributeConverter<String, String> {
                public String convertToDatabaseColumn(String value) {
                    return value == null ? null : new StringBuilder(value).reverse().toString();
                }

                public String convertToEntityAttribute(String stored) {
                    return convertToDatabaseColumn(stored);
                }
            }
            """;

    private static final String AUDITED = """
            @MappedSuperclass
            public abstract class Audited {
                @Column(nullable = false, length = 30)
                String createdBy = "nobody";

                Integer revised;
            }
            """;

    private final Model model;

    private JavaSource(Model model) {
        this.model = model;
    }

    /**
     * Returns the source files of a model by simple class name, without package and imports.
     *
     * @param model the model
     */
    public static Map<String, String> of(Model model) {
        return new JavaSource(model).files();
    }

    /**
     * Returns a complete source file.
     *
     * @param packageName the package
     * @param body a file from {@link #of}
     */
    public static String file(String packageName, String body) {
        return "package " + packageName + ";\n\n" + IMPORTS + "\n" + body;
    }

    private Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        model.enumerations()
                .forEach(found -> files.put(
                        found.name(),
                        "public enum " + found.name() + " {\n    " + String.join(", ", found.constants()) + "\n}\n"));
        model.embeddables().forEach(found -> files.put(found.name(), embeddable(found)));
        for (EntityType entity : model.entities()) {
            files.put(entity.name(), entity(entity));
            if (entity.parent() == 0 && entity.id().isComposite()) {
                files.put(entity.name() + "Key", key(entity));
            }
        }
        String all = String.join("", files.values());
        if (all.contains("ReversedText")) {
            files.put("ReversedText", CONVERTER);
        }
        if (all.contains(" extends Audited")) {
            files.put("Audited", AUDITED);
        }
        return files;
    }

    private static String key(EntityType entity) {
        String name = entity.name() + "Key";
        String annotation = entity.id() == ModelIdentifier.EMBEDDED ? "@Embeddable\n" : "";
        return annotation + "public class " + name + " implements Serializable {\n"
                + "    Long major;\n"
                + (entity.id() == ModelIdentifier.EMBEDDED ? "    @Column(length = 20)\n" : "") + "    String kind;\n\n"
                + "    public boolean equals(Object other) {\n"
                + "        return other instanceof " + name + " key && major.equals(key.major)"
                + " && kind.equals(key.kind);\n"
                + "    }\n\n    public int hashCode() {\n        return major.hashCode();\n    }\n}\n";
    }

    private String embeddable(Embeddable found) {
        return "@Embeddable\npublic class " + found.name() + " {\n" + fields(found.attributes(), null) + "}\n";
    }

    private String entity(EntityType entity) {
        boolean hasChildren = model.children(entity.uid()).findAny().isPresent();
        StringBuilder text = new StringBuilder("@Entity\n");
        List<String> parts = new ArrayList<>();
        if (!entity.table().isEmpty()) {
            parts.add("name = \"" + entity.table() + "\"");
        }
        if (!entity.schema().isEmpty()) {
            parts.add("schema = \"" + entity.schema() + "\"");
        }
        parts.addAll(rules(entity));
        boolean noTable = entity.parent() != 0 && model.root(entity).hierarchy() == Hierarchy.SINGLE_TABLE;
        if (!parts.isEmpty() && !noTable) {
            text.append("@Table(").append(String.join(", ", parts)).append(")\n");
        }
        if (!entity.comment().isEmpty()) {
            text.append("@Comment(\"").append(entity.comment()).append("\")\n");
        }
        if (entity.parent() == 0 && entity.id() == ModelIdentifier.ID_CLASS) {
            text.append("@IdClass(").append(entity.name()).append("Key.class)\n");
        }
        if (entity.parent() == 0 && hasChildren) {
            text.append("@Inheritance(strategy = InheritanceType.")
                    .append(entity.hierarchy())
                    .append(")\n");
        }
        if (entity.softDelete() && entity.parent() == 0) {
            text.append("@SoftDelete\n");
        }
        text.append("public ")
                .append(hasChildren ? "" : "final ")
                .append("class ")
                .append(entity.name());
        if (entity.parent() != 0) {
            text.append(" extends ")
                    .append(model.entity(entity.parent()).orElseThrow().name());
        } else if (entity.audited()) {
            text.append(" extends Audited");
        }
        text.append(" {\n");
        if (entity.parent() == 0) {
            text.append(identifier(entity));
            if (entity.versioned()) {
                text.append("    @Version int version;\n");
            }
        }
        return text.append(fields(entity.attributes(), entity)).append("}\n").toString();
    }

    private static String identifier(EntityType entity) {
        return switch (entity.id()) {
            case EMBEDDED -> "    @EmbeddedId " + entity.name() + "Key id;\n";
            case ID_CLASS -> "    @Id Long major;\n    @Id @Column(length = 20) String kind;\n";
            default ->
                "    " + entity.id().annotations(entity.uid()) + " "
                        + entity.id().java() + " id;\n";
        };
    }

    private List<String> rules(EntityType entity) {
        List<String> indexes = new ArrayList<>();
        List<String> uniques = new ArrayList<>();
        for (TableRule rule : entity.rules()) {
            List<String> columns = rule.attributes().stream()
                    .map(uid -> entity.attribute(uid).orElseThrow())
                    .map(JavaSource::columnName)
                    .toList();
            String name = rule.name().isEmpty() ? "" : "name = \"" + rule.name() + "\", ";
            if (rule.constraint()) {
                uniques.add("@UniqueConstraint(" + name + "columnNames = {"
                        + columns.stream().map(column -> "\"" + column + "\"").collect(Collectors.joining(", "))
                        + "})");
            } else {
                indexes.add("@Index(" + name + "columnList = \"" + String.join(", ", columns) + "\""
                        + (rule.unique() ? ", unique = true" : "") + ")");
            }
        }
        List<String> parts = new ArrayList<>();
        if (!indexes.isEmpty()) {
            parts.add("indexes = {" + String.join(", ", indexes) + "}");
        }
        if (!uniques.isEmpty()) {
            parts.add("uniqueConstraints = {" + String.join(", ", uniques) + "}");
        }
        return parts;
    }

    /** The name of an attribute's column in {@code columnList} and {@code columnNames}. */
    private static String columnName(Attribute attribute) {
        return attribute.column().name().isEmpty()
                ? attribute.name()
                : attribute.column().name();
    }

    private String fields(List<Attribute> attributes, @org.jspecify.annotations.Nullable EntityType owner) {
        StringBuilder text = new StringBuilder();
        for (Attribute attribute : attributes) {
            String annotations = annotations(attribute, owner);
            text.append("    ")
                    .append(annotations)
                    .append(annotations.isEmpty() ? "" : " ")
                    .append(javaType(attribute))
                    .append(' ')
                    .append(attribute.name())
                    .append(";\n");
        }
        return text.toString();
    }

    private String javaType(Attribute attribute) {
        String value = attribute.type().java();
        return switch (attribute.shape()) {
            case BASIC -> attribute.primitive() ? attribute.type().primitive() : value;
            case ENUM -> enumeration(attribute);
            case EMBEDDED -> model.embeddable(attribute.target()).orElseThrow().name();
            case MANY_TO_ONE, ONE_TO_ONE -> entityName(attribute);
            case ELEMENT_SET -> "Set<" + value + ">";
            case ELEMENT_LIST, ELEMENT_ORDERED -> "List<" + value + ">";
            case ELEMENT_MAP -> "Map<String, " + value + ">";
            case ENUM_SET -> "Set<" + enumeration(attribute) + ">";
            case ONE_TO_MANY_JOIN_TABLE, ONE_TO_MANY_COLUMN -> "List<" + entityName(attribute) + ">";
            case MANY_TO_MANY -> "Set<" + entityName(attribute) + ">";
            case FORMULA, GENERATED -> "Integer";
        };
    }

    private String enumeration(Attribute attribute) {
        return model.enumeration(attribute.target()).orElseThrow().name();
    }

    private String entityName(Attribute attribute) {
        return model.entity(attribute.target()).orElseThrow().name();
    }

    private String annotations(Attribute attribute, @org.jspecify.annotations.Nullable EntityType owner) {
        List<String> annotations = new ArrayList<>();
        ModelColumn column = attribute.column();
        switch (attribute.shape()) {
            case BASIC -> annotations.add(attribute.type().annotations());
            case ENUM -> annotations.add(attribute.storage().annotations());
            case EMBEDDED -> annotations.add("@Embedded");
            case MANY_TO_ONE -> annotations.add(column.nullable() ? "@ManyToOne" : "@ManyToOne(optional = false)");
            case ONE_TO_ONE -> annotations.add("@OneToOne");
            case ELEMENT_SET, ELEMENT_LIST, ELEMENT_MAP -> annotations.add("@ElementCollection");
            case ELEMENT_ORDERED -> annotations.add("@ElementCollection @OrderColumn");
            case ENUM_SET ->
                annotations.add("@ElementCollection " + attribute.storage().annotations());
            case ONE_TO_MANY_JOIN_TABLE -> annotations.add("@OneToMany");
            case ONE_TO_MANY_COLUMN -> {
                if (owner != null && model.root(owner).id().isComposite()) {
                    annotations.add("@OneToMany"); // a single column cannot reference a composite key
                    break;
                }
                String name = owner == null ? "" : owner.name().toLowerCase(java.util.Locale.ROOT) + "_";
                annotations.add("@OneToMany @JoinColumn(name = \"" + name + attribute.name() + "_id\")");
            }
            case MANY_TO_MANY -> annotations.add("@ManyToMany");
            case FORMULA -> annotations.add("@Formula(\"1 + 1\")");
            case GENERATED -> annotations.add("@GeneratedColumn(\"" + columnNameOf(owner, attribute) + " * 2\")");
        }
        if (attribute.shape().isElements()) {
            annotations.add(attribute.type().annotations());
        }
        if (attribute.shape().isReference()) {
            annotations.add(joinColumn(column));
        } else if (attribute.shape() == Shape.BASIC || attribute.shape() == Shape.ENUM) {
            annotations.add(columnAnnotation(column));
        }
        if (!column.defaultValue().isEmpty()) {
            annotations.add("@ColumnDefault(\"" + column.defaultValue() + "\")");
        }
        if (!column.check().isEmpty() && attribute.shape() == Shape.BASIC) {
            annotations.add("@Check(constraints = \"" + column.check().replace("$", columnName(attribute)) + "\")");
        }
        if (!column.comment().isEmpty()) {
            annotations.add("@Comment(\"" + column.comment() + "\")");
        }
        annotations.removeIf(String::isEmpty);
        return String.join(" ", annotations);
    }

    private static String columnNameOf(@org.jspecify.annotations.Nullable EntityType owner, Attribute attribute) {
        return owner == null
                ? "1"
                : owner.attribute(attribute.target())
                        .map(JavaSource::columnName)
                        .orElse("1");
    }

    private static String joinColumn(ModelColumn column) {
        List<String> parts = new ArrayList<>();
        if (!column.name().isEmpty()) {
            parts.add("name = \"" + column.name() + "\"");
        }
        if (!column.nullable()) {
            parts.add("nullable = false");
        }
        return parts.isEmpty() ? "" : "@JoinColumn(" + String.join(", ", parts) + ")";
    }

    private static String columnAnnotation(ModelColumn column) {
        List<String> parts = new ArrayList<>();
        if (!column.name().isEmpty()) {
            parts.add("name = \"" + column.name() + "\"");
        }
        if (!column.nullable()) {
            parts.add("nullable = false");
        }
        if (column.unique()) {
            parts.add("unique = true");
        }
        if (column.length() > 0) {
            parts.add("length = " + column.length());
        }
        if (column.precision() > 0) {
            parts.add("precision = " + column.precision() + ", scale = " + column.scale());
        }
        if (column.fraction() >= 0) {
            parts.add("secondPrecision = " + column.fraction());
        }
        return parts.isEmpty() ? "" : "@Column(" + String.join(", ", parts) + ")";
    }
}
