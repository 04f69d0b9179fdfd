package io.retort.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rule about records, for the tests of each module. */
public final class RecordValues {

    /** What is open, runs, or can change by itself; {@code java.util.function} and functional interfaces are recognised too. */
    private static final List<String> RESOURCES = List.of(
            "java.lang.AutoCloseable",
            "java.lang.ClassLoader",
            "java.lang.Runnable",
            "java.lang.Thread",
            "java.util.concurrent.Callable",
            "java.util.concurrent.Executor",
            "java.util.concurrent.locks.Lock",
            "javax.sql.DataSource",
            "org.springframework.beans.factory.BeanFactory",
            "org.springframework.core.env.PropertyResolver",
            "org.springframework.core.io.ResourceLoader");

    /** Code of a revision, how a conversion is written, options of an application, and an operation with such code. */
    private static final Set<String> WITH_CODE = Set.of(
            "io.retort.operation.DataOperation$Work",
            "io.retort.operation.Statement$Work",
            "io.retort.dialect.conversion.ConversionTable$ConversionEntry",
            "io.retort.RetortOptions",
            "io.retort.run.PreparedStep$PreparedOperation");

    private RecordValues() {}

    /**
     * Returns the rule: no record has a component that holds a connection, a stream, a callback or a context, directly, as an
     * element, or in a field of the component's class.
     */
    public static ArchRule areValues() {
        return classes()
                .should(new ArchCondition<>("hold only values") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (type.isRecord() && !WITH_CODE.contains(type.getName())) {
                            fields(type)
                                    .filter(field -> holdsResource(field, new HashSet<>()))
                                    .forEach(field -> events.add(SimpleConditionEvent.violated(
                                            type,
                                            type.getName() + "." + field.getName() + ": "
                                                    + field.getType().getName())));
                        }
                    }
                })
                .because(
                        "equal records are interchangeable, and their accessors publish what they hold: what is open, runs or"
                                + " changes belongs in a class with private fields");
    }

    private static boolean holdsResource(JavaField field, Set<JavaClass> visited) {
        return field.getAllInvolvedRawTypes().stream().anyMatch(type -> isResource(type, visited));
    }

    private static boolean isResource(JavaClass type, Set<JavaClass> visited) {
        return visited.add(type)
                && (isOpen(type) || isOwnClass(type) && fields(type).anyMatch(field -> holdsResource(field, visited)));
    }

    private static boolean isOpen(JavaClass type) {
        return type.getPackageName().equals("java.util.function")
                || type.isAnnotatedWith(FunctionalInterface.class)
                || RESOURCES.stream().anyMatch(type::isAssignableTo);
    }

    private static boolean isOwnClass(JavaClass type) {
        return type.getPackageName().startsWith("io.retort")
                && !type.isInterface()
                && !type.isEnum()
                && !WITH_CODE.contains(type.getName());
    }

    private static Stream<JavaField> fields(JavaClass type) {
        return Stream.concat(Stream.of(type), type.getAllRawSuperclasses().stream())
                .flatMap(each -> each.getFields().stream())
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC));
    }
}
