package io.retort.boot;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.retort.testkit.ApiSignatures;
import io.retort.testkit.InstanceofChains;
import io.retort.testkit.PublicTypes;
import io.retort.testkit.RecordValues;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    /** By folder, because the application of the tests has a package of the same name. */
    private final JavaClasses ours = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void aMethodAsksForOneKindOfOperationOrStatementAtMost() {
        check(InstanceofChains.areNone());
    }

    @Test
    void theApiIsTheListedTypes() {
        assertThat(PublicTypes.of(ours))
                .as("a new public type is a promise to users; write it into public-api.txt with a reason")
                .isEqualTo(PublicTypes.listed());
    }

    @Test
    void recordsHoldOnlyValues() {
        check(RecordValues.areValues());
    }

    @Test
    void theApiMentionsNoInternalType() {
        check(ApiSignatures.mentionNoInternalType());
    }

    @Test
    void usesNothingButCoreAndSpring() {
        check(classes()
                .that()
                .resideInAPackage("io.retort.boot.autoconfigure..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "io.retort.boot.autoconfigure..",
                                "io.retort.boot.internal..",
                                "org.springframework..",
                                "org.testcontainers..",
                                "org.hibernate.tool.schema.spi..",
                                "io.micrometer.observation..",
                                "io.micrometer.core.instrument..",
                                "org.jspecify..",
                                "java..",
                                "javax.sql..")
                        .or(resideInAPackage("com.zaxxer.hikari"))
                        .or(resideInAPackage("io.retort..").and(core())))
                .because("it runs in production, where core and Spring are all there is"));
    }

    @Test
    void sharesWithTheCommandsWithoutTheBeans() {
        check(noClasses()
                .that()
                .resideInAPackage("io.retort.boot.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.retort.boot.autoconfigure..", "io.retort.boot.actuate..")
                .because("the auto-configuration and the commands use it, not the reverse"));
    }

    @Test
    void knowsOnePoolInOnePlace() {
        check(noClasses()
                .that()
                .haveNameNotMatching(".*\\.DirectDataSource(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.zaxxer..")
                .because("an application can have another pool"));
    }

    @Test
    void seesJpaOnlyWhereItReadsEntities() {
        check(noClasses()
                .that()
                .haveNameNotMatching(".*\\.(EntityClassNames|SchemaMismatchAnalyzer)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "org.springframework.orm..")
                .because("an application may have no JPA at all, and it starts all the same"));
    }

    @Test
    void hasNoCircles() {
        check(slices().matching("io.retort.boot.(**)").should().beFreeOfCycles().because("imports go one way"));
    }

    @Test
    void marksEveryPackage() {
        assertThat(ours.stream().map(JavaClass::getPackage).collect(Collectors.toSet()))
                .isNotEmpty()
                .allSatisfy(ourPackage -> assertThat(ourPackage.isAnnotatedWith(NullMarked.class))
                        .as(ourPackage.getName())
                        .isTrue());
    }

    private static DescribedPredicate<JavaClass> core() {
        return DescribedPredicate.not(resideInAnyPackage("io.retort.boot..", "io.retort.diff.."));
    }

    private void check(ArchRule rule) {
        rule.check(ours);
    }
}
