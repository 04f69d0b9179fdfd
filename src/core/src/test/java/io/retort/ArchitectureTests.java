package io.retort;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
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
import io.retort.dialect.Dialect;
import io.retort.operation.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of imports between packages, each with its reason. */
class ArchitectureTests {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> location.contains("/core/"))
            .importPackages("io.retort");

    private static final String[] OUTSIDE = {"java..", "javax.sql..", "org.jspecify..", "io.retort.error.."};

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    error     |                                     | anything may fail, so failures know nothing
                    sum       |                                     | a sum is arithmetic, whatever it is taken of
                    schema    |                                     | a schema is a value: it can be compared, kept and sent anywhere
                    sql       | schema                              | SQL text is read alike, whatever it comes from and whoever runs it
                    revision  |                                     | the history is pure thought about ids, whatever they change
                    operation | schema sql                          | a change is said in nouns, and no database and no user comes into it
                    migration | schema operation                    | what users write must not depend on what runs it
                    dialect   | schema operation sum sql            | a dialect says operations, and is used by all who run them
                    run       | schema operation migration revision dialect sum sql org.slf4j | effects are at the edge, and know the values in the middle
                    """)
    void aPackageImportsOnlyWhatIsInFrontOfIt(String name, String others, String reason) {
        List<String> allowed = new ArrayList<>(List.of(OUTSIDE));
        allowed.add("io.retort." + name + "..");
        for (String other : others == null ? new String[0] : others.split(" ")) {
            allowed.add((other.contains(".") ? other : "io.retort." + other) + "..");
        }

        check(classes()
                .that()
                .resideInAPackage("io.retort." + name + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new))
                        .or(DescribedPredicate.describe("are arrays or primitives", JavaClass::isPrimitive)))
                .because(reason));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    revision.lineage  |                                   | arithmetic is checked with a handful of numbers
                    revision.target   |                                   | a text is taken apart alike for every command
                    revision          | revision.lineage revision.target  | a history is what it is, whatever is planned on it
                    operation.source  | schema..                          | Java source is said in nouns, and any operation can use it
                    operation.rename  | schema.. sql..                    | what follows a rename is a matter of nouns alone
                    run.send          | run.patience run.session operation.. dialect.. sql | how one statement is sent does not depend on the run
                    """)
    void aRoomDoesNotKnowWhatIsBuiltOnIt(String room, String others, String reason) {
        List<String> allowed = new ArrayList<>(List.of(OUTSIDE));
        allowed.add("io.retort." + room);
        for (String other : others == null ? new String[0] : others.split(" ")) {
            allowed.add("io.retort." + other);
        }

        check(classes()
                .that()
                .resideInAPackage("io.retort." + room)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new))
                        .or(DescribedPredicate.describe("are arrays or primitives", JavaClass::isPrimitive)))
                .because(reason));
    }

    @Test
    void onlyTheEdgeSeesJdbc() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("io.retort.run..", "io.retort.dialect", "io.retort")
                .and()
                .areNotAssignableTo(Statement.Work.Code.class)
                .and()
                .areNotAssignableTo(Statement.Adaptation.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .because("operations are values that scripts, plans and tests read without a database; only a piece of"
                        + " work and the adaptation of a statement are given the connection"));
    }

    @Test
    void thinkingDoesNoInputOrOutput() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "io.retort.schema..", "io.retort.operation..", "io.retort.revision..", "io.retort.migration..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.util.concurrent..")
                .because("the middle of the pipeline is values, which need no files, sockets or threads to be tested"));
    }

    @Test
    void aProductsFolderIsNamedByNobodyElse() {
        for (JavaPackage product : products()) {
            check(noClasses()
                    .that()
                    .resideOutsideOfPackage(product.getName())
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(product.getName())
                    .because("a product is found as a service, so that one more is one more folder and one more line,"
                            + " and a quirk of one never becomes another's"));
        }
    }

    @Test
    void ofAProductsFolderOnlyTheDialectIsPublic() {
        for (JavaPackage product : products()) {
            check(classes()
                    .that()
                    .resideInAPackage(product.getName())
                    .and(DescribedPredicate.not(assignableTo(Dialect.class)))
                    .should()
                    .notBePublic()
                    .because("the service loader needs the dialect, and nobody needs the rest"));
        }
    }

    private static Set<JavaPackage> products() {
        Set<JavaPackage> folders = CORE.getPackage("io.retort.dialect").getSubpackages();
        Set<JavaPackage> products = new HashSet<>(folders);
        products.removeIf(folder -> List.of("ansi", "conversion").contains(folder.getRelativeName()));
        assertThat(products).hasSizeGreaterThan(2);
        return products;
    }

    @Test
    void coreRunsAnywhere() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "org.hibernate..", "jakarta..", "schemacrawler..", "org.thymeleaf..")
                .because("core is what production carries: JDBC, slf4j and nothing else"));
    }

    @Test
    void packagesDoNotGoInCircles() {
        check(slices().matching("io.retort.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a chapter that needs a later one cannot be read first"));
    }

    @Test
    void nobodyPrints() {
        check(NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because(
                "core answers with values and exceptions; who shows them is decided at the edge"));
    }

    @Test
    void namesSayWhatAThingIs() {
        check(noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveNameMatching(".*\\.Default[A-Z][^.]*")
                .because("such a name says that nobody has asked what the class is"));
    }

    @Test
    void everyPackageIsAChapterAndSaysWhereNullsAre() {
        List<String> without = CORE.stream()
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

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(false).check(CORE);
    }
}
