package io.retort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every package of main code has a {@code package-info.java} with its purpose and its permitted imports. */
class HouseTests {

    private static final Path HOUSE = Path.of("../..");
    private static final int SENTENCES_OF_A_CHAPTER = 3;

    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("\\{@\\w+ [^}]*}");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?](?=\\s|$)");

    private static final Pattern OF_AN_APPLICATION = Pattern.compile("(?m)^@(Entity|SpringBootApplication)\\b");

    /** A quote and what is inside the quotes: {@code '[^']*'}, {@code '(?:[^']|'')*'}, {@code '.*'}. */
    private static final Pattern PATTERN_OF_STRING = Pattern.compile("'\\)?\\(?(?:\\?:)?(?:\\[\\^\\\\*'|\\.[*+])");

    /** Messages of drivers and the servers' log, command lines, and changelogs in XML and YAML. */
    private static final List<String> NOT_SQL = List.of("Secrets.java", "Hook.java");

    private static final Pattern NESTED =
            Pattern.compile("(?m)^ +(?:(?:public|protected|private|static|final|abstract|sealed|non-sealed) )*"
                    + "(?:class|interface|record|enum) ([A-Z]\\w*)");

    /** Nested types that have the name of another type, because they are always written with their family's name. */
    private static final List<String> OF_A_FAMILY = List.of(
            "AdoptedSchema.Verification",
            "AdoptionMark.Origin",
            "ClassDataArchive.Draft",
            "ConversionTable.Expression",
            "Default.Expression",
            "GeneratorInfo.Origin",
            "OperationOrder.Phase",
            "Quirks.Rows",
            "TenantRun.Progress",
            "UnitDescription.Progress");

    private static final Pattern RECORD =
            Pattern.compile("\\brecord (\\w+)(?:<[^(]*>)?\\(([^{]*?)\\)\\s*(?:implements [^{]*)?\\{");

    /** What has a life of its own, or runs: it cannot be compared, and nobody may close or call it through an accessor. */
    private static final Pattern NO_VALUE = Pattern.compile(
            "\\b(\\w*(?:Connection|DataSource|PreparedStatement|ResultSet|Stream|Reader"
                    + "|Writer|Supplier|Function|Consumer|Predicate|Operator|Runnable|Callable|Thread|Executor|Executors|Service|Lock"
                    + "|ApplicationContext|BeanFactory|Environment|ClassLoader|Listener|Session|Queries|Probe|Throttle|Code)|Retort"
                    + "|RetortUnit|ToolContext|AllTenants|AuthoringFactory|RevisionFlags|Adaptation)(?:<[^,]*>)? \\w+\\s*(?:,|$)");

    /** Code of a revision and how a statement is adapted, which are what these values do; options, which an application sets. */
    private static final Set<String> WITH_CODE = Set.of(
            "DataOperation.Work", "Statement.Work", "Statement.Sql", "NoLock.NoLock", "RetortOptions.RetortOptions");

    private static final List<String> NOT_PUBLISHED =
            List.of("src/testkit", "src/testapps", "src/fuzz", "src/benchmarks", "sample-app");

    /** Loggers, and what prints without a stream of our own. */
    private static final Pattern RAW_LOG = Pattern.compile("\\borg\\.slf4j\\b|\\borg\\.apache\\.commons\\.logging\\b"
            + "|\\bjava\\.util\\.logging\\b|\\bSystem\\.(Logger|getLogger|out|err)\\b|\\bextends AbstractMojo\\b"
            + "|\\bSystemStreamLog\\b|\\bprintStackTrace\\(");

    /**
     * The two safe logs; a type that {@code DataSource} demands; the level of a library's log; the streams of the commands,
     * which are wrapped, and a stack trace for them; a sentence without names; and one, escaped, at an exit that has ended
     * logging.
     */
    private static final List<String> WITH_LOGGER = List.of(
            "PrintableLog.java",
            "AbstractSafeMojo.java",
            "SchemaDataSource.java",
            "CatalogInspector.java",
            "ToolRunListener.java",
            "FailureReport.java",
            "SupportedSpringBoot.java",
            "RunLogger.java");

    @Test
    void everyPackageOfMainCodeIsAChapter() {
        assertThat(javaFiles()
                        .filter(file -> file.toString().contains("/src/main/java/io/"))
                        .map(Path::getParent)
                        .distinct())
                .hasSizeGreaterThan(50)
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .exists()
                        .content()
                        .contains("@NullMarked")
                        .satisfies(text -> isChapter(folder, text)));
    }

    /** As automatic modules, jars have a name each and no package in common. */
    @Test
    void everyPublishedJarCanBeAModule() {
        Map<String, String> modules = new HashMap<>();
        modules()
                .forEach(module -> packages(module).forEach(name -> {
                    String other = modules.put(name, module.toString());
                    assertThat(other)
                            .as("another module with the package %s", name)
                            .isNull();
                }));
        assertThat(Stream.of("src/core", "src/diff", "src/test", "autoconfigure", "src/commands", "starter")
                        .map(module -> text(HOUSE.resolve(module).resolve("pom.xml")))
                        .map(pom -> pom.replaceAll("(?s).*<java.module.name>([a-z.]+)</java.module.name>.*", "$1")))
                .containsExactly(
                        "io.retort",
                        "io.retort.diff",
                        "io.retort.test",
                        "io.retort.boot",
                        "io.retort.boot.command",
                        "io.retort.boot.starter");
    }

    /**
     * One name, one type. Exceptions: the rules of each module, and entities of applications, which are models of their own.
     */
    @Test
    void noSimpleNameOccursTwice() {
        Map<String, List<Path>> types = javaFiles()
                .filter(file ->
                        !file.getFileName().toString().matches("(package|module)-info\\.java|ArchitectureTests\\.java"))
                .filter(file -> !OF_AN_APPLICATION.matcher(read(file)).find())
                .collect(Collectors.groupingBy(file -> file.getFileName().toString()));

        assertThat(types).hasSizeGreaterThan(1_000);
        assertThat(types.values()).allSatisfy(files -> assertThat(files).hasSize(1));
    }

    /** Equal records are interchangeable, so none holds what is not a value. */
    @Test
    void recordsAreValues() {
        List<String> services = published()
                .flatMap(file -> RECORD.matcher(read(file))
                        .results()
                        .filter(found -> NO_VALUE.matcher(found.group(2)).find())
                        .map(found -> file.getFileName().toString().replace(".java", "") + "." + found.group(1)))
                .filter(record -> !WITH_CODE.contains(record))
                .sorted()
                .toList();

        assertThat(services).isEmpty();
    }

    /**
     * A nested type hides the type of the same name, and a reader takes one for the other. Exceptions: values of a family,
     * which are always written with the name of the family, and a model in a module that does not see the other type.
     */
    @Test
    void noNestedTypeHasTheNameOfAnother() {
        Set<String> names = published()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        List<String> repeated = published()
                .flatMap(file -> nestedTypes(file)
                        .filter(names::contains)
                        .map(nested -> file.getFileName().toString().replace(".java", ".") + nested))
                .sorted()
                .toList();

        assertThat(names).hasSizeGreaterThan(500);
        assertThat(repeated).containsExactlyInAnyOrderElementsOf(OF_A_FAMILY);
    }

    private static Stream<Path> published() {
        return javaFiles()
                .filter(file -> file.toString().contains("/src/main/java/io/"))
                .filter(file -> NOT_PUBLISHED.stream().noneMatch(folder -> file.startsWith(HOUSE.resolve(folder))));
    }

    private static Stream<String> nestedTypes(Path file) {
        String name = file.getFileName().toString().replace(".java", "");
        return NESTED.matcher(read(file)).results().map(found -> found.group(1)).filter(type -> !type.equals(name));
    }

    /**
     * Patterns fail where a string contains what they look for, and overflow the stack on a long one: SQL is read with the
     * lexer. Texts of other kinds may have patterns, and so may oracles of tests, which share no code with what they judge.
     */
    @Test
    void noPatternReadsStringsOfSql() {
        assertThat(javaFiles()
                        .filter(file -> file.toString().contains("/src/main/java/io/"))
                        .filter(file -> !file.toString().contains("/fuzz/"))
                        .filter(file -> PATTERN_OF_STRING.matcher(read(file)).find())
                        .map(file -> file.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(NOT_SQL);
    }

    /**
     * Log messages contain names and texts of users, which can contain escape sequences of terminals. Only {@code PrintableLog}
     * and, in Maven goals, {@code EscapingLog} escape them.
     */
    @Test
    void noLogCallGetsRawText() {
        assertThat(javaFiles()
                        .filter(file -> file.toString().contains("/src/main/java/io/"))
                        .filter(file ->
                                NOT_PUBLISHED.stream().noneMatch(folder -> file.startsWith(HOUSE.resolve(folder))))
                        .filter(file -> hasRawLog(read(file)))
                        .map(file -> file.getFileName().toString()))
                .as("files with a logger of their own: it does not escape what terminals obey; use PrintableLog")
                .containsExactlyInAnyOrderElementsOf(WITH_LOGGER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import org.slf4j.Logger;",
                "org.slf4j.LoggerFactory.getLogger(A.class).info(message);",
                "import org.apache.commons.logging.Log;",
                "import java.util.logging.Logger;",
                "System.Logger log = System.getLogger(\"a\");",
                "public class A extends AbstractMojo {",
                "import org.apache.maven.plugin.logging.SystemStreamLog;",
                "System.out.println(name);",
                "failure.printStackTrace();",
            })
    void aRawLogIsFound(String planted) {
        assertThat(hasRawLog("class A {\n" + planted + "\n}")).isTrue();
    }

    private static boolean hasRawLog(String source) {
        return RAW_LOG.matcher(source).find();
    }

    private static Stream<String> packages(Path module) {
        Path root = module.resolve("src/main/java");
        return Files.isDirectory(root)
                ? allIn(root)
                        .filter(file -> file.getFileName().toString().equals("package-info.java"))
                        .map(file -> root.relativize(file.getParent())
                                .toString()
                                .replace('\\', '.')
                                .replace('/', '.'))
                : Stream.empty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void isChapter(Path folder, String text) {
        String chapter = COMMENT.matcher(text)
                .results()
                .map(comment -> TAG.matcher(comment.group(1)).replaceAll("x"))
                .findFirst()
                .orElse("");
        assertThat(END_OF_SENTENCE.matcher(chapter).results())
                .as("sentences of the chapter " + folder)
                .hasSizeGreaterThanOrEqualTo(SENTENCES_OF_A_CHAPTER);
        assertThat(chapter).as("what %s may import", folder).containsIgnoringCase("import");
    }

    private static Stream<Path> javaFiles() {
        return sources().filter(path -> path.toString().endsWith(".java"));
    }

    /** Only Retort's own sources, without the projects of stories and without generated files. */
    private static Stream<Path> sources() {
        return modules()
                .flatMap(module -> Stream.of("main/java", "main/resources", "test/java", "test/resources")
                        .map(part -> module.resolve("src").resolve(part)))
                .filter(Files::isDirectory)
                .flatMap(HouseTests::allIn);
    }

    private static Stream<Path> modules() {
        return Stream.of(HOUSE, HOUSE.resolve("src"))
                .flatMap(folder -> inside(folder).stream())
                .filter(folder -> Files.exists(folder.resolve("pom.xml")));
    }

    private static Stream<Path> allIn(Path folder) {
        return Stream.concat(
                Stream.of(folder),
                inside(folder).stream().flatMap(path -> Files.isDirectory(path) ? allIn(path) : Stream.of(path)));
    }

    private static List<Path> inside(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
