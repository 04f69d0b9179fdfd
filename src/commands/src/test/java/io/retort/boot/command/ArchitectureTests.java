package io.retort.boot.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.retort.testkit.InstanceofChains;
import io.retort.testkit.PublicTypes;
import io.retort.testkit.RecordValues;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private final JavaClasses ours = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.retort.boot.command");

    @Test
    void aMethodAsksForOneKindOfOperationOrStatementAtMost() {
        check(InstanceofChains.areNone());
    }

    @Test
    void recordsHoldOnlyValues() {
        check(RecordValues.areValues());
    }

    @Test
    void seesJpaOnlyWhereItAsksForTheModel() {
        check(noClasses()
                .that()
                .haveNameNotMatching(".*\\.(EntityModels|SchemaGenerationSuppressor)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "org.springframework.orm..")
                .because("an application may have no JPA at all, and then every other command still works"));
    }

    @Test
    void doesNotNeedTheWeb() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.retort.boot.actuate..", "org.springframework.web..", "com.zaxxer..")
                .because("a command runs in an application without a web server and with any pool"));
    }

    @Test
    void theApiIsTheListedTypes() {
        assertThat(PublicTypes.of(ours))
                .as("a new public type is a promise to users; write it into public-api.txt with a reason")
                .isEqualTo(PublicTypes.listed());
    }

    @Test
    void marksItsPackage() {
        check(classes()
                .should()
                .resideInAPackage("io.retort.boot.command")
                .because("a package that is added needs a rule here"));
        assertThat(ours.getPackage("io.retort.boot.command").isAnnotatedWith(NullMarked.class))
                .isTrue();
    }

    private void check(ArchRule rule) {
        rule.check(ours);
    }
}
