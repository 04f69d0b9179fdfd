package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.error.RetortException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

/** Every command, option and property in the pages of {@code docs} exists. */
class PageCommandsTests {

    private static final Pattern GOAL = Pattern.compile("migrate:([a-z]+)((?: -[A-Za-z][^\\s`|]*(?:\"[^\"]*\")?)*)");
    private static final Pattern OPTION = Pattern.compile("-D([A-Za-z.]+)");
    private static final Pattern VARIABLE = Pattern.compile("RETORT_COMMAND=\"([^\"]*)\"");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(properties|yaml)(?: \\S+)?\n(.*?)^ *```");

    /** Goals that run no command in the application. */
    private static final Set<String> GOALS = Set.of("init", "index", "help");

    /** The targets of commands. */
    private static final Set<String> TARGETS = Set.of("target", "revisions");

    @Test
    void everyGoalAndOptionExists() {
        List<String> mistakes = new ArrayList<>();
        int found = 0;
        for (Path page : pages()) {
            for (MatchResult goal : GOAL.matcher(read(page)).results().toList()) {
                found++;
                mistakes.addAll(mistakes(page, goal));
            }
        }
        assertThat(mistakes).isEmpty();
        assertThat(found).isGreaterThan(200);
    }

    private static List<String> mistakes(Path page, MatchResult goal) {
        if (GOALS.contains(goal.group(1))) {
            return List.of();
        }
        CommandDefinition command;
        try {
            command = Commands.all().find(CommandLine.parse(goal.group(1)));
        } catch (RetortException unknown) {
            return List.of(page + ": " + goal.group());
        }
        Set<String> common = Set.of("unit", "tenant", "profiles");
        return OPTION.matcher(goal.group(2))
                .results()
                .map(option -> option.group(1))
                .filter(option -> !option.contains(".") && !common.contains(option) && !TARGETS.contains(option))
                .map(PageCommandsTests::hyphenated)
                .filter(option -> !command.options().has(option))
                .map(option -> page + ": " + goal.group())
                .toList();
    }

    private static String hyphenated(String parameter) {
        return Pattern.compile("[A-Z]")
                .matcher(parameter)
                .replaceAll(capital -> "-" + capital.group().toLowerCase(Locale.ROOT));
    }

    @Test
    void everyCommandOfAPackagedApplicationExists() {
        List<String> commands = pages().stream()
                .flatMap(page -> VARIABLE.matcher(read(page)).results().map(found -> found.group(1)))
                .toList();

        assertThat(commands).hasSizeGreaterThan(10).allSatisfy(line -> {
            CommandLine parsed = CommandLine.parse(line);
            if (parsed.command().equals(CommandHelp.NAME)) {
                assertThat(CommandHelp.of(Commands.all(), parsed)).isNotBlank();
            } else {
                assertThat(Commands.all().find(parsed)).isNotNull();
            }
        });
    }

    @Test
    void everyPropertyExists() {
        int found = 0;
        for (Path page : pages()) {
            for (MatchResult block : BLOCK.matcher(read(page)).results().toList()) {
                for (PropertySource<?> source : sources(block)) {
                    assertThat(KnownProperties.areAllIn(KnownPropertiesTests.only(source)))
                            .as(page + ":\n" + block.group(2))
                            .isTrue();
                    found += ((EnumerablePropertySource<?>) source).getPropertyNames().length;
                }
            }
        }
        assertThat(found).isGreaterThan(30);
    }

    /** An application has one of two formats, and a page shows both. */
    private static List<PropertySource<?>> sources(MatchResult block) {
        ByteArrayResource text =
                new ByteArrayResource(block.group(2).stripIndent().getBytes());
        try {
            return block.group(1).equals("yaml")
                    ? new YamlPropertySourceLoader().load("page", text)
                    : new PropertiesPropertySourceLoader().load("page", text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anUnknownOptionOrPropertyIsFound() {
        assertThat(mistakes(
                        Path.of("page"),
                        GOAL.matcher("mvn migrate:upgrade -Dplam")
                                .results()
                                .findFirst()
                                .orElseThrow()))
                .hasSize(1);
        assertThat(mistakes(
                        Path.of("page"),
                        GOAL.matcher("mvn migrate:upgrad").results().findFirst().orElseThrow()))
                .hasSize(1);
        MapPropertySource source = new MapPropertySource("page", Map.of("retort.tabel", "x"));
        assertThat(KnownProperties.areAllIn(KnownPropertiesTests.only(source))).isFalse();
    }

    private static List<Path> pages() {
        try (Stream<Path> pages = Files.walk(Path.of("../../docs"))) {
            return Stream.concat(
                            Stream.of(
                                    Path.of("../../README.md"),
                                    Path.of("../../CONTRIBUTING.md"),
                                    Path.of("../../sample-app/README.md")),
                            pages.filter(page -> page.toString().endsWith(".md")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
