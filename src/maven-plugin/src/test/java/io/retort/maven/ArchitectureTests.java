package io.retort.maven;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private final JavaClasses ours = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.retort.maven");

    @Test
    void importsNothingElseOfOurs() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.retort..").and(resideOutsideOfPackage("io.retort.maven..")))
                .because("the plugin is a launcher: its version and the application's share nothing but words")
                .check(ours);
    }

    @Test
    void keepsSpringToTheSearchForTheMainClass() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.retort.maven.fork..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .because("goals are parameters and words; only the fork looks into the application")
                .check(ours);
    }

    @Test
    void hasNoCircles() {
        slices().matching("io.retort.maven.(*)..")
                .should()
                .beFreeOfCycles()
                .because("imports go one way")
                .check(ours);
    }

    @Test
    void marksEveryPackage() {
        assertThat(ours.stream().map(JavaClass::getPackage).collect(Collectors.toSet()))
                .isNotEmpty()
                .allSatisfy(ourPackage -> assertThat(ourPackage.isAnnotatedWith(NullMarked.class))
                        .as(ourPackage.getName())
                        .isTrue());
    }
}
