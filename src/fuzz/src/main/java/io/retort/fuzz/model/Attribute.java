package io.retort.fuzz.model;

/**
 * An attribute of an entity or embeddable.
 *
 * @param uid the identity of the attribute, which a rename or another change keeps
 * @param name the name of the Java field
 * @param shape the kind of attribute
 * @param type the type of the value or of the elements
 * @param primitive whether the field has the primitive type
 * @param target the uid of the target entity, enum or embeddable, or of the attribute from which a generated one is
 *     computed; 0 for none
 * @param storage how an enum is stored
 * @param column the declaration of the column
 */
public record Attribute(
        int uid,
        String name,
        Shape shape,
        BasicType type,
        boolean primitive,
        int target,
        EnumStorage storage,
        ModelColumn column) {

    public static Attribute basic(int uid, String name, BasicType type, ModelColumn column) {
        return new Attribute(uid, name, Shape.BASIC, type, false, 0, EnumStorage.STRING, column);
    }

    public Attribute named(String other) {
        return new Attribute(uid, other, shape, type, primitive, target, storage, column);
    }

    public Attribute of(BasicType other) {
        return new Attribute(uid, name, shape, other, primitive && other.hasPrimitive(), target, storage, column);
    }

    public Attribute shaped(Shape other) {
        return new Attribute(uid, name, other, type, primitive, target, storage, column);
    }

    public Attribute primitive(boolean other) {
        return new Attribute(uid, name, shape, type, other && type.hasPrimitive(), target, storage, column);
    }

    public Attribute stored(EnumStorage other) {
        return new Attribute(uid, name, shape, type, primitive, target, other, column);
    }

    public Attribute with(ModelColumn other) {
        return new Attribute(uid, name, shape, type, primitive, target, storage, other);
    }

    /** Whether the Java field can be null. */
    public boolean canBeNull() {
        return column.nullable() && !primitive;
    }
}
