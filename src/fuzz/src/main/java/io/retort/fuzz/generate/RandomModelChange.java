package io.retort.fuzz.generate;

import io.retort.fuzz.model.Attribute;
import io.retort.fuzz.model.BasicType;
import io.retort.fuzz.model.EntityType;
import io.retort.fuzz.model.Enumeration;
import io.retort.fuzz.model.Hierarchy;
import io.retort.fuzz.model.Model;
import io.retort.fuzz.model.ModelColumn;
import io.retort.fuzz.model.ModelIdentifier;
import io.retort.fuzz.model.Naming;
import io.retort.fuzz.model.Shape;
import io.retort.fuzz.model.TableRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The kinds of change of a model. A change that is not applicable returns the model unchanged. */
enum RandomModelChange {
    ADD_ATTRIBUTE(6) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return entity(model, draw, entity -> entity.and(generator.attribute(model)));
        }
    },
    REMOVE_ATTRIBUTE(4) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return entity(model, draw, entity -> {
                if (entity.attributes().isEmpty()) {
                    return entity;
                }
                int gone = draw.of(entity.attributes()).uid();
                return entity.with(entity.attributes().stream()
                        .filter(attribute -> attribute.uid() != gone && attribute.target() != gone)
                        .toList());
            });
        }
    },
    RENAME_ATTRIBUTE(5) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return attribute(model, draw, any -> true, attribute -> attribute.named(draw.field(attribute.uid())));
        }
    },
    NAME_COLUMN(2) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return attribute(
                    model,
                    draw,
                    RandomModelChange::isBasic,
                    attribute -> attribute.with(attribute
                            .column()
                            .named(attribute.column().name().isEmpty() ? generator.columnName(attribute.uid()) : "")));
        }
    },
    CHANGE_TYPE(8) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return attribute(model, draw, RandomModelChange::isPlainBasic, attribute -> {
                BasicType type = generator.type();
                return attribute
                        .of(type)
                        .with(generator
                                .sized(attribute.column(), type)
                                .unique(attribute.column().unique() && Values.canBeUnique(type)));
            });
        }
    },
    CHANGE_ELEMENT_TYPE(1) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return attribute(
                    model,
                    draw,
                    attribute -> attribute.shape().isElements() && attribute.shape() != Shape.ENUM_SET,
                    attribute -> {
                        BasicType type = generator.type();
                        return type.isComparable() ? attribute.of(type) : attribute;
                    });
        }
    },
    CHANGE_SIZE(6) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return attribute(
                    model,
                    draw,
                    attribute -> isBasic(attribute)
                            && attribute.type().size() != BasicType.Size.NONE
                            && !attribute.column().unique(),
                    attribute -> attribute.with(generator.sized(attribute.column(), attribute.type())));
        }
    },
    CHANGE_NULLABILITY(4) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return attribute(
                    model,
                    draw,
                    attribute -> isBasic(attribute) || attribute.shape() == Shape.ENUM,
                    attribute -> attribute.with(
                            attribute.column().nullable(!attribute.column().nullable())));
        }
    },
    CHANGE_PRIMITIVE(1) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return attribute(
                    model, draw, RandomModelChange::isBasic, attribute -> attribute.primitive(!attribute.primitive()));
        }
    },
    CHANGE_DEFAULT(2) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return attribute(
                    model,
                    draw,
                    RandomModelChange::isBasic,
                    attribute -> attribute.with(attribute
                            .column()
                            .defaulting(
                                    attribute.column().defaultValue().isEmpty()
                                            ? generator.defaultValue(attribute.type(), attribute.column())
                                            : "")));
        }
    },
    CHANGE_COMMENT(1) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return attribute(
                    model,
                    draw,
                    RandomModelChange::isBasic,
                    attribute -> attribute.with(attribute
                            .column()
                            .commented(attribute.column().comment().isEmpty() ? "now said" : "")));
        }
    },
    CHANGE_CHECK(2) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return attribute(
                    model,
                    draw,
                    attribute -> isBasic(attribute)
                            && attribute.type() == BasicType.INTEGER
                            && attribute.column().name().isEmpty()
                            && attribute.name().equals(attribute.name().toLowerCase(java.util.Locale.ROOT)),
                    attribute -> attribute.with(attribute
                            .column()
                            .checked(attribute.column().check().isEmpty() ? "$ <> 123456" : "")));
        }
    },
    CHANGE_UNIQUE(2) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return attribute(
                    model,
                    draw,
                    attribute -> isBasic(attribute)
                            && (attribute.column().unique()
                                    || Values.canBeUnique(attribute.type())
                                            && attribute.column().length() <= 255),
                    attribute -> attribute.with(
                            attribute.column().unique(!attribute.column().unique())));
        }
    },
    ADD_CONSTANT(3) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return enumeration(model, draw, type -> {
                List<String> more = new ArrayList<>(type.constants());
                more.add(draw.below(more.size() + 1), draw.newConstant(more));
                return type.of(more);
            });
        }
    },
    REMOVE_CONSTANT(3) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return enumeration(model, draw, type -> {
                List<String> less = new ArrayList<>(type.constants());
                less.remove(draw.below(less.size()));
                return less.isEmpty() ? type : type.of(less);
            });
        }
    },
    RENAME_CONSTANT(1) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return enumeration(model, draw, type -> {
                List<String> others = new ArrayList<>(type.constants());
                others.set(draw.below(others.size()), draw.newConstant(others));
                return type.of(others);
            });
        }
    },
    REORDER_CONSTANTS(2) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return enumeration(model, draw, type -> {
                List<String> others = new ArrayList<>(type.constants());
                Collections.shuffle(others, new Random(draw.below(1000)));
                return type.of(others);
            });
        }
    },
    CHANGE_ENUM_STORAGE(5) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return attribute(
                    model,
                    draw,
                    attribute -> attribute.shape() == Shape.ENUM || attribute.shape() == Shape.ENUM_SET,
                    attribute -> attribute.stored(generator.storage()));
        }
    },
    ENUM_TO_STRING(2) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return attribute(
                    model,
                    draw,
                    attribute -> attribute.shape() == Shape.ENUM,
                    attribute -> attribute.shaped(Shape.BASIC).of(BasicType.STRING));
        }
    },
    CHANGE_RELATION(3) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return attribute(
                    model,
                    draw,
                    attribute ->
                            attribute.shape().isReference() || attribute.shape().isToMany(),
                    attribute -> attribute.shaped(draw.oneOf(
                            Shape.MANY_TO_ONE,
                            Shape.ONE_TO_ONE,
                            Shape.ONE_TO_MANY_JOIN_TABLE,
                            Shape.ONE_TO_MANY_COLUMN,
                            Shape.MANY_TO_MANY)));
        }
    },
    CHANGE_COLLECTION(2) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return attribute(
                    model,
                    draw,
                    attribute -> attribute.shape().isElements() && attribute.shape() != Shape.ENUM_SET,
                    attribute -> attribute.shaped(draw.oneOf(
                            Shape.ELEMENT_SET, Shape.ELEMENT_LIST, Shape.ELEMENT_ORDERED, Shape.ELEMENT_MAP)));
        }
    },
    CHANGE_HIERARCHY(3) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            List<EntityType> roots = model.entities().stream()
                    .filter(entity -> model.children(entity.uid()).findAny().isPresent())
                    .toList();
            return roots.isEmpty()
                    ? model
                    : model.mapEntity(draw.of(roots).uid(), root -> root.stored(draw.oneOf(Hierarchy.values())));
        }
    },
    CHANGE_ID(3) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            EntityType root = model.root(draw.of(model.entities()));
            boolean number = root.id().java().equals("Long") || root.id().java().equals("Integer");
            ModelIdentifier other = draw.oneOf(
                    ModelIdentifier.ASSIGNED_LONG,
                    ModelIdentifier.ASSIGNED_INTEGER,
                    ModelIdentifier.IDENTITY,
                    ModelIdentifier.IDENTITY_INTEGER,
                    ModelIdentifier.AUTO,
                    ModelIdentifier.SEQUENCE,
                    ModelIdentifier.SEQUENCE_BY_ONE,
                    ModelIdentifier.TABLE);
            ModelIdentifier same =
                    root.id() == ModelIdentifier.UUID ? ModelIdentifier.ASSIGNED_UUID : ModelIdentifier.UUID;
            if (number) {
                return model.mapEntity(root.uid(), entity -> entity.identified(other));
            }
            return root.id().java().equals("UUID")
                    ? model.mapEntity(root.uid(), entity -> entity.identified(same))
                    : model;
        }
    },
    CHANGE_VERSION(1) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return root(
                    model, draw, entity -> entity.flags(!entity.versioned(), entity.audited(), entity.softDelete()));
        }
    },
    CHANGE_SUPERCLASS(1) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return root(
                    model, draw, entity -> entity.flags(entity.versioned(), !entity.audited(), entity.softDelete()));
        }
    },
    CHANGE_SOFT_DELETE(1) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return root(
                    model, draw, entity -> entity.flags(entity.versioned(), entity.audited(), !entity.softDelete()));
        }
    },
    ADD_RULE(3) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return entity(model, draw, generator::withRule);
        }
    },
    REMOVE_RULE(2) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return entity(model, draw, entity -> {
                List<TableRule> less = new ArrayList<>(entity.rules());
                if (!less.isEmpty()) {
                    less.remove(draw.below(less.size()));
                }
                return entity.ruled(less);
            });
        }
    },
    RENAME_TABLE(2) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return entity(model, draw, entity -> entity.inTable(generator.tableName(entity.uid())));
        }
    },
    /** Each of two entities gets the table name of the other. */
    SWAP_TABLES(2) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            EntityType one = model.root(draw.of(model.entities()));
            EntityType other = model.root(draw.of(model.entities()));
            return one.uid() == other.uid() || !one.schema().equals(other.schema())
                    ? model
                    : model.mapEntity(one.uid(), entity -> entity.inTable(tableOf(other)))
                            .mapEntity(other.uid(), entity -> entity.inTable(tableOf(one)));
        }
    },
    RENAME_ENTITY(1) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return entity(model, draw, entity -> entity.named(draw.type(entity.uid())));
        }
    },
    COMMENT_TABLE(1) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return entity(
                    model, draw, entity -> entity.commented(entity.comment().isEmpty() ? "now said" : ""));
        }
    },
    ADD_ENTITY(3) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return draw.oneIn(3) ? generator.withChild(model) : model.and(generator.entity(model));
        }
    },
    REMOVE_ENTITY(2) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            Model smaller = model.withoutEntity(draw.of(model.entities()).uid());
            return smaller.entities().isEmpty() ? model : smaller;
        }
    },
    CHANGE_NAMING(1) {
        @Override
        Model change(Model model, RandomDraw draw, ModelGenerator generator) {
            return model.naming(draw.oneOf(Naming.values()));
        }
    };

    private final int weight;

    RandomModelChange(int weight) {
        this.weight = weight;
    }

    abstract Model change(Model model, RandomDraw draw, ModelGenerator generator);

    /** Returns a random change, chosen by weight. */
    static RandomModelChange any(RandomDraw draw) {
        int all = 0;
        for (RandomModelChange change : values()) {
            all += change.weight;
        }
        int left = draw.below(all);
        for (RandomModelChange change : values()) {
            left -= change.weight;
            if (left < 0) {
                return change;
            }
        }
        throw new IllegalStateException();
    }

    private static String tableOf(EntityType entity) {
        return entity.table().isEmpty() ? entity.name() : entity.table();
    }

    private static Model entity(Model model, RandomDraw draw, UnaryOperator<EntityType> change) {
        return model.mapEntity(draw.of(model.entities()).uid(), change);
    }

    private static Model root(Model model, RandomDraw draw, UnaryOperator<EntityType> change) {
        return model.mapEntity(model.root(draw.of(model.entities())).uid(), change);
    }

    private static Model attribute(
            Model model, RandomDraw draw, Predicate<Attribute> which, UnaryOperator<Attribute> change) {
        List<Attribute> all = model.entities().stream()
                .flatMap(entity -> entity.attributes().stream())
                .filter(which)
                .toList();
        if (all.isEmpty()) {
            return model;
        }
        int chosen = draw.of(all).uid();
        return model.with(model.entities().stream()
                .map(entity -> entity.attribute(chosen).isPresent() ? entity.mapAttribute(chosen, change) : entity)
                .toList());
    }

    private static Model enumeration(Model model, RandomDraw draw, UnaryOperator<Enumeration> change) {
        return model.enumerations().isEmpty()
                ? model
                : model.mapEnumeration(draw.of(model.enumerations()).uid(), change);
    }

    private static boolean isBasic(Attribute attribute) {
        return attribute.shape() == Shape.BASIC;
    }

    /** Excludes attributes whose default or check constraint only fits the old type. */
    private static boolean isPlainBasic(Attribute attribute) {
        ModelColumn column = attribute.column();
        return isBasic(attribute)
                && column.defaultValue().isEmpty()
                && column.check().isEmpty();
    }
}
