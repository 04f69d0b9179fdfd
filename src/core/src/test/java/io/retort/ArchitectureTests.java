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
import io.retort.testkit.ApiSignatures;
import io.retort.testkit.InstanceofChains;
import io.retort.testkit.PublicTypes;
import io.retort.testkit.RecordValues;
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
                    error     | io.retort.internal.text             | any code can fail, so exceptions depend on nothing but the rules of text
                    schema    |                                     | a schema is a value: it can be compared, stored and sent anywhere
                    sql       |                                     | a dialect supplies the syntax; reading text by it is internal
                    revision  | io.retort.internal.text                       | the graph of revisions does not depend on what they change
                    operation | schema sql io.retort.internal.sql io.retort.internal.text | an operation is a value: no database and no user takes part
                    lint      |                                     | a finding is a value that any code can report
                    migration | schema operation lint io.retort.internal.csv | what users write must not depend on what runs it
                    dialect   | schema operation sql lint io.retort.internal.sql io.retort.internal.checksum | a dialect renders operations, and everything that runs them uses it
                    run       | operation dialect revision sql lint io.retort.internal.text io.retort.internal.log | a report is a value that can be read without the code that ran
                    source    | migration revision                  | where revisions come from does not depend on how they run
                    tenant    | io.retort.internal.log io.retort.internal.text | the work for one tenant is the caller's
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
                    internal.text     |                                   | text for people is needed everywhere
                    internal.checksum |                                   | a checksum is arithmetic
                    internal.log      | internal.text org.slf4j..         | what is logged is made safe in one place
                    internal.sql      | sql schema..                      | SQL text is read alike, whatever it comes from and whatever runs it
                    internal.json     | operation schema                  | an operation becomes an object without a database and without a JSON library
                    internal.csv      | operation                         | a file becomes rows without a database
                    internal.declaration | migration operation schema internal.text | a text becomes operations without a database, a file or a class of the user
                    internal.session  | run dialect operation.. internal.log | the lock and the journal are built on sessions, not the reverse
                    internal.backfill | run operation schema dialect internal.dialect.ansi internal.checksum internal.database | the ranges of a backfill are written and read without the run
                    internal.adopt    | dialect schema revision internal.checksum internal.state | whether a database is adopted is decided by reading it, before anything runs
                    internal.lint.rule | dialect lint operation schema sql internal.sql | a rule is a function of values, and a dialect has rules
                    internal.history  | source migration revision dialect sql lint operation schema internal.declaration internal.dialect internal.sql internal.text | revisions are found without a database
                    internal.graph    | revision internal.text            | a drawing is a function of the graph
                    internal.tenant   | dialect internal.dialect internal.session internal.log | switching a connection to a schema does not depend on the work in it
                    internal.script   | run revision schema dialect operation.. internal.execute internal.database internal.text | a script is one more sink of the runner
                    """)
    void aRoomDoesNotKnowWhatIsBuiltOnIt(String room, String others, String reason) {
        List<String> allowed = new ArrayList<>(List.of(OUTSIDE));
        allowed.add("io.retort." + room);
        for (String other : others == null ? new String[0] : others.split(" ")) {
            allowed.add(other.startsWith("org.") ? other : "io.retort." + other);
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
    void recordsHoldOnlyValues() {
        check(RecordValues.areValues());
    }

    @Test
    void theApiMentionsNoInternalType() {
        check(ApiSignatures.mentionNoInternalType());
    }

    @Test
    void onlyTheEdgeSeesJdbc() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.retort.internal.adopt",
                        "io.retort.internal.backfill",
                        "io.retort.internal.database",
                        "io.retort.internal.execute",
                        "io.retort.internal.journal",
                        "io.retort.internal.prepare",
                        "io.retort.internal.session",
                        "io.retort.internal.tenant",
                        "io.retort.internal.dialect",
                        "io.retort.dialect",
                        "io.retort.run",
                        "io.retort")
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
        Set<JavaPackage> folders = CORE.getPackage("io.retort.internal.dialect").getSubpackages();
        Set<JavaPackage> products = new HashSet<>(folders);
        products.removeIf(folder -> folder.getRelativeName().equals("ansi"));
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
    void packagesAreFreeOfCycles() {
        check(slices().matching("io.retort.(**)")
                .should()
                .beFreeOfCycles()
                .because("a package that needs a later one cannot be understood first"));
    }

    @Test
    void theApiIsTheListedTypes() {
        assertThat(PublicTypes.of(CORE))
                .as("a new public type is a promise to users; write it into public-api.txt with a reason")
                .isEqualTo(PublicTypes.listed());
    }

    @Test
    void theApiStaysSmallEnoughToRead() {
        assertThat(PublicTypes.count())
                .as("public types; nest or hide one before you add another")
                .isBetween(50, 90);
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

    @Test
    void aMethodAsksForOneKindOfOperationOrStatementAtMost() {
        check(InstanceofChains.areNone());
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(false).check(CORE);
    }
}
