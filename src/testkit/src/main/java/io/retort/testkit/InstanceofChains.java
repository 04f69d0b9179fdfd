package io.retort.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;

import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rule about kinds of operations and statements, for the tests of each module. */
public final class InstanceofChains {

    private static final List<String> FAMILIES =
            List.of("io.retort.operation.Operation", "io.retort.operation.Statement");

    private InstanceofChains() {}

    /** Returns the rule: a method or constructor asks for one kind of operation or statement at most. */
    public static ArchRule areNone() {
        return codeUnits()
                .should(new ArchCondition<JavaCodeUnit>("ask for one kind of operation or statement at most") {
                    @Override
                    public void check(JavaCodeUnit code, ConditionEvents events) {
                        Set<String> kinds = code.getInstanceofChecks().stream()
                                .map(InstanceofCheck::getRawType)
                                .filter(type -> FAMILIES.stream().anyMatch(type::isAssignableTo))
                                .map(JavaClass::getName)
                                .collect(Collectors.toSet());
                        if (kinds.size() > 1) {
                            events.add(SimpleConditionEvent.violated(code, code.getFullName() + ": " + kinds));
                        }
                    }
                })
                .because(
                        "a chain of instanceof forgets new kinds; OperationVisitor and Statement.Visitor do not compile"
                                + " without them");
    }
}
