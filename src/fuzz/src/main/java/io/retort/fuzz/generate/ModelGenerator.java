package io.retort.fuzz.generate;

import io.retort.fuzz.model.Attribute;
import io.retort.fuzz.model.BasicType;
import io.retort.fuzz.model.Embeddable;
import io.retort.fuzz.model.EntityType;
import io.retort.fuzz.model.EnumStorage;
import io.retort.fuzz.model.Enumeration;
import io.retort.fuzz.model.Hierarchy;
import io.retort.fuzz.model.Model;
import io.retort.fuzz.model.ModelColumn;
import io.retort.fuzz.model.ModelIdentifier;
import io.retort.fuzz.model.Naming;
import io.retort.fuzz.model.Shape;
import io.retort.fuzz.model.TableRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Generates random models and parts of them. */
final class ModelGenerator {

    /** The distribution of common types; an attribute has one of these or any type. */
    private static final List<BasicType> COMMON = List.of(
            BasicType.STRING,
            BasicType.STRING,
            BasicType.INTEGER,
            BasicType.LONG,
            BasicType.BOOLEAN,
            BasicType.DECIMAL,
            BasicType.DATE,
            BasicType.DATE_TIME,
            BasicType.INSTANT);

    /** Types that Hibernate's dialect does not support. */
    private static final Map<String, Set<BasicType>> UNKNOWN = Map.of(
            "sqlite",
            Set.of(BasicType.NATIONAL, BasicType.STRING_ARRAY, BasicType.INTEGER_ARRAY, BasicType.DURATION),
            "hsqldb",
            Set.of(BasicType.DURATION));

    private static final Set<String> WITH_SCHEMAS = Set.of("postgresql", "h2", "hsqldb");

    private final RandomDraw draw;
    private final String product;

    ModelGenerator(RandomDraw draw, String product) {
        this.draw = draw;
        this.product = product;
    }

    Model model() {
        Model model = new Model(List.of(), List.of(), List.of(), naming());
        int enumerations = draw.below(3);
        for (int i = 0; i < enumerations; i++) {
            model = withEnumeration(model);
        }
        if (draw.oneIn(4)) {
            model = withEmbeddable(model);
        }
        int entities = 1 + draw.below(4);
        for (int i = 0; i < entities; i++) {
            model = model.and(entity(model));
        }
        if (draw.oneIn(4)) {
            model = withChild(model);
        }
        return model;
    }

    private Naming naming() {
        return draw.oneIn(2) ? Naming.SNAKE_CASE : draw.oneIn(8) ? Naming.COMPONENT_PATH : Naming.JPA;
    }

    Model withEnumeration(Model model) {
        List<Enumeration> more = new ArrayList<>(model.enumerations());
        int uid = draw.uid();
        more.add(new Enumeration(uid, "State" + uid, draw.constants(2 + draw.below(4))));
        return model.enumerated(more);
    }

    private Model withEmbeddable(Model model) {
        List<Embeddable> more = new ArrayList<>(model.embeddables());
        int uid = draw.uid();
        List<Attribute> inner = new ArrayList<>(List.of(basic()));
        if (draw.coin()) {
            inner.add(basic());
        }
        // an embeddable whose values are all null is read as null, so a required value could not be checked
        more.add(new Embeddable(
                uid,
                "Part" + uid,
                inner.stream()
                        .map(one -> one.primitive(false)
                                .with(one.column().nullable(true).unique(false)))
                        .toList()));
        return model.embedding(more);
    }

    Model withChild(Model model) {
        EntityType root = draw.of(model.entities());
        if (root.parent() != 0) {
            return model;
        }
        int uid = draw.uid();
        EntityType child = EntityType.of(uid, draw.type(uid), root.id(), attributes(model, 1 + draw.below(3)))
                .below(root.uid());
        return model.mapEntity(root.uid(), entity -> entity.stored(draw.oneOf(Hierarchy.values())))
                .and(child);
    }

    EntityType entity(Model model) {
        int uid = draw.uid();
        ModelIdentifier id = draw.oneIn(3)
                ? draw.oneOf(ModelIdentifier.values())
                : draw.oneOf(
                        ModelIdentifier.ASSIGNED_LONG,
                        ModelIdentifier.AUTO,
                        ModelIdentifier.IDENTITY,
                        ModelIdentifier.SEQUENCE);
        EntityType entity = EntityType.of(uid, draw.type(uid), id, attributes(model, 1 + draw.below(5)))
                .flags(draw.oneIn(5), draw.oneIn(8), draw.oneIn(12));
        if (draw.oneIn(4)) {
            entity = entity.inTable(tableName(uid));
        }
        if (WITH_SCHEMAS.contains(product) && draw.oneIn(12)) {
            entity = entity.inSchema("audit");
        }
        if (draw.oneIn(8)) {
            entity = entity.commented("about " + uid);
        }
        return draw.oneIn(2) ? withRule(entity) : entity;
    }

    String tableName(int uid) {
        return draw.oneOf(
                "t_table" + uid, "`Mixed Table" + uid + "`", "CamelTable" + uid, "a_rather_long_table_name_" + uid);
    }

    EntityType withRule(EntityType entity) {
        List<Attribute> usable = entity.attributes().stream()
                .filter(ModelGenerator::canBeIndexed)
                .toList();
        if (usable.isEmpty()) {
            return entity;
        }
        Attribute first = draw.of(usable);
        List<Integer> about = new ArrayList<>(List.of(first.uid()));
        Attribute second = draw.of(usable);
        if (second.uid() != first.uid() && draw.coin()) {
            about.add(second.uid());
        }
        // for a column that is also declared unique, Hibernate ignores the name on some products
        boolean unique = about.size() > 1 && first.column().unique() && Values.canBeUnique(first.type());
        boolean there = entity.rules().stream()
                .anyMatch(rule -> Set.copyOf(rule.attributes()).equals(Set.copyOf(about)));
        if (there) {
            return entity; // two indexes over the same columns are one to a comparison
        }
        int uid = draw.uid();
        String name = draw.coin() ? "" : "ix_rule_" + uid;
        List<TableRule> more = new ArrayList<>(entity.rules());
        more.add(new TableRule(uid, name, about, unique && draw.coin(), unique && draw.coin()));
        return entity.ruled(more);
    }

    private static boolean canBeIndexed(Attribute attribute) {
        boolean small = attribute.column().length() <= 255;
        return attribute.shape() == Shape.BASIC
                && attribute.type().isComparable()
                && attribute.type() != BasicType.ZONE
                && small;
    }

    List<Attribute> attributes(Model model, int many) {
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            attributes.add(attribute(model));
        }
        attributes.stream()
                .filter(attribute -> attribute.shape() == Shape.BASIC && attribute.type() == BasicType.INTEGER)
                .filter(attribute -> !product.equals("hsqldb")) // Hibernate's statement is refused
                .filter(attribute -> draw.oneIn(6))
                .findFirst()
                .ifPresent(base -> attributes.add(generated(base)));
        return attributes;
    }

    Attribute attribute(Model model) {
        int kind = draw.below(20);
        if (kind < 10) {
            return basic();
        }
        if (kind < 13) {
            return model.enumerations().isEmpty() ? basic() : enumerated(model);
        }
        if (kind < 15) {
            return model.entities().isEmpty() ? basic() : reference(model);
        }
        if (kind < 17) {
            return elements(model);
        }
        if (kind == 17) {
            return model.entities().isEmpty() ? basic() : toMany(model);
        }
        if (kind == 18) {
            return model.embeddables().isEmpty() ? basic() : embedded(model);
        }
        if (!draw.oneIn(4)) {
            return basic();
        }
        int uid = draw.uid();
        return Attribute.basic(uid, draw.field(uid), BasicType.INTEGER, ModelColumn.PLAIN)
                .shaped(Shape.FORMULA);
    }

    /** A generated column that is computed from another column. */
    private Attribute generated(Attribute base) {
        int uid = draw.uid();
        return new Attribute(
                uid,
                "computed" + uid,
                Shape.GENERATED,
                BasicType.INTEGER,
                false,
                base.uid(),
                EnumStorage.STRING,
                ModelColumn.PLAIN);
    }

    private Attribute embedded(Model model) {
        int uid = draw.uid();
        Embeddable type = draw.of(model.embeddables());
        return new Attribute(
                uid,
                draw.field(uid),
                Shape.EMBEDDED,
                BasicType.STRING,
                false,
                type.uid(),
                EnumStorage.STRING,
                ModelColumn.PLAIN);
    }

    Attribute basic() {
        int uid = draw.uid();
        BasicType type = type();
        Attribute attribute = Attribute.basic(uid, draw.field(uid), type, column(type))
                .primitive(type.hasPrimitive() && draw.oneIn(3));
        if (draw.oneIn(10)) {
            attribute = attribute.with(attribute.column().named(columnName(uid)));
        }
        return attribute;
    }

    String columnName(int uid) {
        return draw.oneOf("c_column" + uid, "`Mixed Column" + uid + "`", "CamelColumn" + uid);
    }

    BasicType type() {
        if (draw.coin()) {
            return draw.of(COMMON);
        }
        BasicType type = draw.oneOf(BasicType.values());
        return isKnown(type) ? type : BasicType.STRING;
    }

    /** Without a length MySQL's large objects hold 255 bytes. */
    private boolean isShortLob(BasicType type) {
        return isMySql() && (type == BasicType.LOB_STRING || type == BasicType.LOB_BYTES);
    }

    private boolean isMySql() {
        return product.equals("mysql") || product.equals("mariadb");
    }

    private boolean isKnown(BasicType type) {
        return !UNKNOWN.getOrDefault(product, Set.of()).contains(type);
    }

    ModelColumn column(BasicType type) {
        ModelColumn column = sized(ModelColumn.PLAIN, type).nullable(!draw.oneIn(3));
        if (Values.canBeUnique(type) && column.length() <= 255 && column.length() != 10 && draw.oneIn(8)) {
            column = column.unique(true);
        }
        if (draw.oneIn(10)) {
            column = column.defaulting(defaultValue(type, column));
        }
        return draw.oneIn(15) ? column.commented("it''s " + draw.below(100)) : column;
    }

    ModelColumn sized(ModelColumn column, BasicType type) {
        return switch (type.size()) {
            case LENGTH ->
                column.sized(
                        type == BasicType.FIXED_STRING ? draw.oneOf(1, 8) : draw.oneOf(0, 0, 10, 40, 100, 2000, 20000),
                        0,
                        0,
                        -1);
            case PRECISION ->
                draw.oneIn(3)
                        ? column.sized(0, 0, 0, -1)
                        : column.sized(0, draw.oneOf(5, 10, 12, 20), draw.oneOf(0, 2, 4), -1);
            case FRACTION -> column.sized(0, 0, 0, draw.oneOf(-1, -1, 0, 3, 6));
            case NONE -> column.sized(isShortLob(type) ? 20000 : 0, 0, 0, -1);
        };
    }

    String defaultValue(BasicType type, ModelColumn column) {
        return switch (type) {
            case STRING -> draw.oneOf("'new'", "'it''s'", "''");
            case INTEGER, LONG, SHORT, BYTE -> draw.oneOf("0", "-1", "7");
            case DECIMAL -> draw.oneOf("0", "1.50");
            case BOOLEAN -> product.equals("sqlite") ? "1" : "true";
            case DATE_TIME, INSTANT -> now(column);
            default -> "";
        };
    }

    /** MySQL wants as many digits of a second as the column has. */
    private String now(ModelColumn column) {
        int digits = column.fraction() < 0 ? 6 : column.fraction();
        return isMySql() && digits > 0 ? "current_timestamp(" + digits + ")" : "current_timestamp";
    }

    Attribute enumerated(Model model) {
        int uid = draw.uid();
        Enumeration type = draw.of(model.enumerations());
        return new Attribute(
                uid,
                draw.field(uid),
                Shape.ENUM,
                BasicType.STRING,
                false,
                type.uid(),
                storage(),
                ModelColumn.PLAIN.nullable(draw.coin()));
    }

    /** Hibernate has a type of its own for an enum on two products. */
    EnumStorage storage() {
        EnumStorage storage = draw.oneOf(EnumStorage.values());
        boolean named = product.equals("postgresql") || product.equals("h2");
        return storage == EnumStorage.NAMED && !named ? EnumStorage.STRING : storage;
    }

    Attribute reference(Model model) {
        int uid = draw.uid();
        EntityType target = draw.of(model.entities());
        return new Attribute(
                uid,
                draw.field(uid),
                draw.oneIn(4) ? Shape.ONE_TO_ONE : Shape.MANY_TO_ONE,
                BasicType.STRING,
                false,
                target.uid(),
                EnumStorage.STRING,
                ModelColumn.PLAIN);
    }

    Attribute toMany(Model model) {
        int uid = draw.uid();
        EntityType target = draw.of(model.entities());
        return new Attribute(
                uid,
                draw.field(uid),
                draw.oneOf(Shape.ONE_TO_MANY_JOIN_TABLE, Shape.ONE_TO_MANY_COLUMN, Shape.MANY_TO_MANY),
                BasicType.STRING,
                false,
                target.uid(),
                EnumStorage.STRING,
                ModelColumn.PLAIN);
    }

    Attribute elements(Model model) {
        int uid = draw.uid();
        if (!model.enumerations().isEmpty() && draw.oneIn(4)) {
            return enumerated(model).shaped(Shape.ENUM_SET).with(ModelColumn.PLAIN);
        }
        BasicType type = draw.of(Arrays.stream(BasicType.values())
                .filter(BasicType::isComparable)
                .filter(this::isKnown)
                .filter(candidate -> candidate.java().indexOf('<') < 0)
                .toList());
        Shape shape = draw.oneOf(Shape.ELEMENT_SET, Shape.ELEMENT_LIST, Shape.ELEMENT_ORDERED, Shape.ELEMENT_MAP);
        return Attribute.basic(uid, draw.field(uid), type, ModelColumn.PLAIN).shaped(shape);
    }
}
