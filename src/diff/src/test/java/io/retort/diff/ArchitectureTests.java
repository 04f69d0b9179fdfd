package io.retort.diff;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.retort.diff.internal.model.EntityHierarchy;
import io.retort.diff.internal.model.JavaColumn;
import io.retort.diff.metadata.CapturedMetadata;
import io.retort.testkit.ApiSignatures;
import io.retort.testkit.InstanceofChains;
import io.retort.testkit.PublicTypes;
import io.retort.testkit.RecordValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dependency rules of this module, each with its reason. */
class ArchitectureTests {

    private static final JavaClasses DIFF = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.retort.diff");

    private static final String[] OUTSIDE = {"java..", "javax.sql..", "org.jspecify.."};

    private static final String CORE = "io.retort io.retort.error.. io.retort.schema.. io.retort.operation.."
            + " io.retort.migration.. io.retort.dialect.. io.retort.revision.. io.retort.run.. io.retort.source.."
            + " io.retort.sql.. io.retort.internal..";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            internal.inspect | schemacrawler.. us.fatehi..                          | it reads a database and does not depend on entities
            metadata         | org.hibernate..                          | it passes Hibernate's metadata on
            internal.model   | io.retort.diff.metadata org.hibernate.. jakarta.persistence.. | it reads entities and does not depend on a database
            internal.scratch | io.retort.diff.progress io.retort.diff.internal.inspect io.retort.diff.internal.model io.retort.diff.internal.compare org.hibernate.. | it creates a model or a schema in a database and inspects it like any other schema
            internal.product | io.retort.diff.internal.inspect io.retort.diff.internal.scratch | it says how one product is read, where the model is created, and nothing else names a product
            internal.compare |                                                      | it compares two values, wherever they come from
            internal.draw    |                                                      | a picture is a function of a schema
            internal.report  | org.thymeleaf.. io.retort.diff.internal.draw         | a page is a function of the report, wherever its content comes from
            progress |                                                     | it is told how far a comparison is, and knows nothing of comparisons
            question | io.retort.diff.progress                             | it defines questions and answers; only its evidence reads rows
            internal.interview | io.retort.diff.internal.compare io.retort.diff.question | it asks about values, wherever they come from
            author  | org.thymeleaf..                                      | it writes operations to files, wherever they come from
            """)
    void aPackageImportsOnlyCoreAndWhatItIsFor(String name, String others, String reason) {
        List<String> allowed = new ArrayList<>(List.of(OUTSIDE));
        allowed.addAll(List.of(CORE.split(" ")));
        allowed.add("io.retort.diff." + name + "..");
        allowed.addAll(others == null ? List.of() : List.of(others.split(" ")));

        check(classes()
                .that()
                .resideInAPackage("io.retort.diff." + name + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new))
                        .or(
                                name.equals("internal.interview")
                                        ? belongToAnyOf(JavaColumn.class, EntityHierarchy.class)
                                        : belongToAnyOf())
                        .or(DescribedPredicate.describe("are arrays or primitives", JavaClass::isPrimitive)))
                .because(reason));
    }

    @Test
    void theApiIsTheListedTypes() {
        assertThat(PublicTypes.of(DIFF))
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
    void onlyTheModelSeesHibernate() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.retort.diff.metadata", "io.retort.diff.internal.model", "io.retort.diff.internal.scratch")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.hibernate..", "jakarta..")
                        .and(DescribedPredicate.describe("are not handed on", type -> !isHandedOn(type))))
                .because("Hibernate's classes change with every release, and one folder has to be read then; the front"
                        + " door only hands its metadata from the capture to the reader"));
    }

    /** The type of {@link CapturedMetadata#metadata()}, which the entry point passes on. */
    private static boolean isHandedOn(JavaClass type) {
        return type.isAssignableTo(org.hibernate.boot.Metadata.class);
    }

    @Test
    void onlyTheInspectorSeesSchemaCrawler() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.retort.diff.internal.inspect")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("schemacrawler..", "us.fatehi..")
                        .because(
                                "everybody else reads our snapshot, so the library can be replaced or circumvented in one place"));
    }

    @Test
    void onlyTheTemplateSeesThymeleaf() {
        check(noClasses()
                .that()
                .haveNameNotMatching("io\\.retort\\.diff\\.(author\\.Template|internal\\.report\\.ReportHtml)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.thymeleaf..", "org.attoparser..", "ognl..")
                .because("what a revision says is decided before how its file looks"));
    }

    @Test
    void nobodySeesSpring() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..")
                .because("entities can be compared in a plain Java application, too"));
    }

    @Test
    void comparingDoesNoInputOrOutput() {
        check(noClasses()
                .that()
                .resideInAPackage("io.retort.diff.internal.compare")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "java.io..", "java.nio.file..", "java.net..")
                .because("the differ is a function of values, so that generated ones can test it"));
    }

    @Test
    void onlyEvidenceAsksTheDatabase() {
        check(noClasses()
                .that()
                .resideInAnyPackage("io.retort.diff.question..", "io.retort.diff.internal.interview..")
                .and()
                .doNotHaveSimpleName("CountedRows")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .because("questions are values, so that tests can ask them without a database"));
    }

    @Test
    void packagesDoNotGoInCircles() {
        check(slices().matching("io.retort.diff.(**)")
                .should()
                .beFreeOfCycles()
                .because("a chapter that needs a later one cannot be read first"));
    }

    @Test
    void nobodyPrints() {
        check(NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because(
                "we answer with values and exceptions; who shows them is decided at the edge"));
    }

    @Test
    void namesSayWhatAThingIs() {
        check(noClasses()
                .that()
                .doNotHaveSimpleName("DefaultText") // the text of a column's DEFAULT
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?)")
                .orShould()
                .haveNameMatching(".*\\.Default[A-Z][^.]*")
                .because("such a name says that nobody has asked what the class is"));
    }

    @Test
    void everyPackageIsAChapterAndSaysWhereNullsAre() {
        List<String> without = DIFF.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(chapter -> !isNullMarked(chapter))
                .map(JavaPackage::getName)
                .toList();

        assertThat(without).as("packages without @NullMarked in a package-info").isEmpty();
    }

    private static boolean isNullMarked(JavaPackage chapter) {
        return chapter.tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
    }

    @Test
    void aMethodAsksForOneKindOfOperationOrStatementAtMost() {
        check(InstanceofChains.areNone());
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(false).check(DIFF);
    }
}
