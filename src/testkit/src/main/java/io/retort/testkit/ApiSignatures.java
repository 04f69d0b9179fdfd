package io.retort.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rule about the signatures of the public API, for the tests of each module. */
public final class ApiSignatures {

    private ApiSignatures() {}

    /**
     * Returns the rule: a public type outside of {@code internal} has no internal type in its supertypes, and in no field,
     * method or constructor that a user can call.
     */
    public static ArchRule mentionNoInternalType() {
        return classes()
                .that(DescribedPredicate.describe("are API", ApiSignatures::isApi))
                .should(new ArchCondition<>("mention no internal type in their signatures") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        Stream.concat(
                                        Stream.of(type),
                                        type.getAllMembers().stream().filter(ApiSignatures::isVisible))
                                .forEach(part -> internal(part)
                                        .forEach(other -> events.add(SimpleConditionEvent.violated(
                                                type, type.getName() + ": " + part + " mentions " + other.getName()))));
                    }
                })
                .because("a user who calls it would depend on a type that can change in every release");
    }

    private static boolean isApi(JavaClass type) {
        return !isInternal(type)
                && Stream.iterate(
                                Optional.of(type),
                                Optional::isPresent,
                                each -> each.flatMap(JavaClass::getEnclosingClass))
                        .flatMap(Optional::stream)
                        .allMatch(each -> isVisible(each.getModifiers()));
    }

    private static boolean isInternal(JavaClass type) {
        return type.getPackageName().startsWith("io.retort")
                && type.getPackageName().contains(".internal");
    }

    private static boolean isVisible(JavaMember member) {
        return isVisible(member.getModifiers()) && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> internal(Object part) {
        Set<JavaClass> mentioned =
                part instanceof JavaMember member ? member.getAllInvolvedRawTypes() : supertypes((JavaClass) part);
        return mentioned.stream().filter(ApiSignatures::isInternal);
    }

    private static Set<JavaClass> supertypes(JavaClass type) {
        return Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream())
                .collect(Collectors.toSet());
    }
}
