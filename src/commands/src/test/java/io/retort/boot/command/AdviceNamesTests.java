package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.autoconfigure.properties.RetortProperties;
import io.retort.diff.question.Verb;
import io.retort.migration.Operations;
import io.retort.testkit.StringLiterals;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.json.JsonParserFactory;

/**
 * Every command, option, setting and operation that an advice names exists. Advice is written in three modules that do
 * not know the commands, so this test reads their sources.
 */
class AdviceNamesTests {

    private static final List<Path> SOURCES = List.of(
            Path.of("../core/src/main/java"),
            Path.of("../diff/src/main/java"),
            Path.of("../../autoconfigure/src/main/java"),
            Path.of("src/main/java"));

    private static final Path GOALS = Path.of("../maven-plugin/src/main/java");

    private static final Pattern CALL = Pattern.compile("Advice\\.(command|option|quoted|setting)\\(\\s*([^,()]+\\(?)");

    private static final Pattern ARGUMENT = Pattern.compile("Advice\\.(target|option|quoted)\\(\\s*(\"[^\"]+\")?");

    private static final Pattern GOAL = Pattern.compile("@Mojo\\(\\s*name = \"([a-z]+)\"");

    private static final Pattern PARAMETER = Pattern.compile("@Parameter\\(property = \"([A-Za-z.]+)\"");

    private static final Pattern OPERATION = Pattern.compile("(?<![\\w.])op\\.([a-z]\\w*)");

    /** Names that are computed; each is the name of a command or of an answer that runs anyway. */
    private static final Set<String> COMPUTED =
            Set.of("command", "line.command(", "verb(", "verb", "verb.word(", "option");

    /** What is right for only one way of running Retort. */
    private static final Pattern FOR_MAVEN = Pattern.compile("mvn |migrate:|RETORT_COMMAND=|(?<!\\w)-D(?![^a-zA-Z])");

    /** The sources with such texts, each with its reason. */
    private static final Map<String, String> ABOUT_MAVEN = Map.of(
            "CommandForm.java", "it is what renders commands for Maven and for a packaged application",
            "DevelopmentTools.java", "only the goals add what the application's class path lacks",
            "DeletedSources.java", "only the goals look for deleted sources, and their output folder needs mvn clean",
            "GivenAnswer.java", "a line of a file can be copied from Maven's command line");

    /**
     * A command, an option or a setting in an advice.
     *
     * @param file the source
     * @param kind the method that makes it
     * @param name its first argument, as it is written
     * @param text the whole call
     */
    record Named(String file, String kind, String name, String text) {

        boolean isLiteral() {
            return name.startsWith("\"");
        }

        String word() {
            return name.replace("\"", "").replaceFirst("\\.$", "");
        }

        @Override
        public String toString() {
            return file + ": " + text.replaceAll("\\s+", " ");
        }
    }

    static Stream<Named> named() {
        return SOURCES.stream()
                .flatMap(folder -> StringLiterals.sourcesBelow(folder).entrySet().stream())
                .filter(file -> !file.getKey().endsWith("Advice.java"))
                .flatMap(file -> CALL.matcher(file.getValue())
                        .results()
                        .map(call -> new Named(
                                file.getKey(), call.group(1), literal(call), whole(file.getValue(), call.start()))));
    }

    private static String literal(MatchResult call) {
        String name = call.group(2).strip();
        return name.startsWith("\"") ? name.substring(0, name.indexOf('"', 1) + 1) : name;
    }

    static Stream<Named> commands() {
        return named().filter(Named::isLiteral).filter(name -> name.kind().equals("command"));
    }

    static Stream<Named> options() {
        return named().filter(Named::isLiteral)
                .filter(name -> Set.of("option", "quoted").contains(name.kind()));
    }

    static Stream<Named> settings() {
        return named().filter(name -> name.kind().equals("setting"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandExistsWithItsOptions(Named command) {
        StringBuilder line = new StringBuilder(command.word());
        Set<String> flags =
                Commands.all().find(CommandLine.parse(command.word())).options().flags();
        arguments(command)
                .forEach(option -> line.append(
                        option.isEmpty() ? " word" : " --" + option + (flags.contains(option) ? "" : "=value")));

        assertThat(Commands.all().find(CommandLine.parse(line.toString())).name())
                .isEqualTo(command.word());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aGoalExistsWithItsParameters(Named command) {
        String source = goals().get(command.word());

        assertThat(source).as("the goal %s", command.word()).isNotNull();
        Set<String> parameters = found(PARAMETER, source + abstractGoals());
        arguments(command)
                .map(option -> option.isEmpty() ? "target" : parameter(option))
                .forEach(parameter -> assertThat(parameters).contains(parameter));
    }

    @ParameterizedTest
    @MethodSource("options")
    void anOptionExistsInACommandAndInAGoal(Named option) {
        assertThat(Commands.all().options()).contains(option.word());
        assertThat(found(PARAMETER, String.join("\n", goals().values()) + abstractGoals()))
                .contains(parameter(option.word()));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void aSettingExists(Named setting) throws IOException {
        assertThat(setting.isLiteral()).isTrue();
        assertThat(properties())
                .anyMatch(property -> property.equals("retort." + setting.word())
                        || property.startsWith("retort." + setting.word() + "."));
    }

    @Test
    void computedNamesAreCommandsOrAnswers() {
        assertThat(named().filter(name -> !name.isLiteral()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(COMPUTED).contains(name.name()));
        assertThat(Commands.all().options())
                .containsAll(Arrays.stream(Verb.values()).map(Verb::word).toList())
                .containsAll(SquashCommand.WRITING);
    }

    @Test
    void readsTheAdviceOfAllModules() {
        assertThat(commands().map(Named::word).collect(Collectors.toSet()))
                .contains("upgrade", "downgrade", "stamp", "merge", "revision", "repair", "current", "history");
        assertThat(commands().map(Named::file)).hasSizeGreaterThan(50);
        assertThat(options()).hasSizeGreaterThan(20);
        assertThat(settings()).hasSizeGreaterThan(20);
    }

    @Test
    void anOperationExists() {
        Set<String> methods = Arrays.stream(Operations.class.getMethods())
                .map(Method::getName)
                .collect(Collectors.toSet());
        Set<String> operations = SOURCES.stream()
                .flatMap(folder -> StringLiterals.below(folder).values().stream())
                .flatMap(List::stream)
                .flatMap(text -> found(OPERATION, text).stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(operations).contains("execute", "work");
        assertThat(methods).containsAll(operations);
    }

    /** A goal or an option of Maven in plain text would be printed as it is, however the user runs Retort. */
    @Test
    void noTextNamesAGoal() {
        Map<String, List<String>> texts = forMaven();
        Set<String> exempt = texts.keySet().stream()
                .map(file -> Path.of(file).getFileName().toString())
                .filter(ABOUT_MAVEN::containsKey)
                .collect(Collectors.toSet());
        texts.keySet()
                .removeIf(file -> exempt.contains(Path.of(file).getFileName().toString()));

        assertThat(texts).isEmpty();
        assertThat(exempt).as("sources that still need their exception").isEqualTo(ABOUT_MAVEN.keySet());
    }

    @Test
    void knowsATextForMaven() {
        assertThat(List.of("Run mvn clean", "migrate:upgrade", "with -Ddrop=", "-D", "RETORT_COMMAND=\"heads\""))
                .allSatisfy(text -> assertThat(text).containsPattern(FOR_MAVEN));
        assertThat(List.of("YYYY-MM-DD", "dry-Dock", "-D:"))
                .allSatisfy(text -> assertThat(text).doesNotContainPattern(FOR_MAVEN));
    }

    private static Map<String, List<String>> forMaven() {
        Map<String, List<String>> found = new TreeMap<>();
        SOURCES.forEach(folder -> StringLiterals.below(folder)
                .forEach((file, texts) -> texts.stream()
                        .filter(text -> FOR_MAVEN.matcher(text).find())
                        .forEach(text -> found.computeIfAbsent(file, any -> new ArrayList<>())
                                .add(text))));
        return found;
    }

    /** The names of a command's options; an empty one stands for its target. */
    private static Stream<String> arguments(Named command) {
        return ARGUMENT.matcher(command.text())
                .results()
                .map(found ->
                        found.group(1).equals("target") ? "" : found.group(2).replace("\"", ""));
    }

    private static String whole(String source, int start) {
        int depth = 0;
        for (int at = start; at < source.length(); at++) {
            char sign = source.charAt(at);
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            if (sign == ')' && depth == 0) {
                return source.substring(start, at + 1);
            }
        }
        throw new AssertionError("The call is not closed: " + source.substring(start));
    }

    private static Map<String, String> goals() {
        return StringLiterals.sourcesBelow(GOALS).values().stream()
                .filter(source -> GOAL.matcher(source).find())
                .collect(Collectors.toMap(
                        source -> found(GOAL, source).iterator().next(), source -> source));
    }

    private static String abstractGoals() {
        return StringLiterals.sourcesBelow(GOALS).entrySet().stream()
                .filter(file -> file.getKey().contains("Abstract"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
    }

    private static String parameter(String option) {
        return Arrays.stream(option.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(),
                        name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> properties() throws IOException {
        try (InputStream file =
                RetortProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            String json = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            Iterable<?> properties = (Iterable<?>)
                    JsonParserFactory.getJsonParser().parseMap(json).get("properties");
            Set<String> names = new TreeSet<>();
            properties.forEach(property -> names.add(String.valueOf(((Map<?, ?>) property).get("name"))));
            return names;
        }
    }
}
