package io.retort.boot.command;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.boot.autoconfigure.shop.ShopApplication;
import io.retort.boot.command.story.StoryApplication;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.json.JsonParserFactory;

/**
 * Each command with wrong values of each option ends with exit code 2, and says what is wrong once. The tables of
 * {@code docs/commands.md} say what an option is: a flag, a file, a product, a revision or free text.
 */
class WrongValuesTests {

    private static final Pattern GOAL = Pattern.compile("(?m)^## migrate:(\\w+)$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `-D([\\w.]+)` \\| (?:(.*?) )?\\| (.*) \\|$");

    /** What a command needs before it comes to the option. */
    private static final Map<String, String> NEEDED = Map.of(
            "revision", "--message=next --empty --format=sql --path=classpath:story --head=heads",
            "upgrade", "--sql",
            "downgrade", "d4000000:base --sql",
            "stamp", "heads --sql",
            "lint", "--database=postgresql --since=base",
            "blame", "account",
            "merge", "--format=sql --path=classpath:story",
            "check", "--offline",
            "report", "--offline",
            "backfill", "--pause");

    private static final Set<String> ENTITIES = Set.of("revision", "adopt", "dev", "check", "report");

    private static final Set<String> REVISIONS = Set.of("target", "head", "since", "to", "from", "depends-on", "range");

    @TempDir
    Path folder;

    /** An option as the page describes it. */
    private record Option(String goal, String name, String usual, String meaning) {

        boolean isFlag() {
            return usual.equals("`false`");
        }

        boolean isFolder() {
            return meaning.startsWith("the folder of");
        }

        boolean isFile() {
            return meaning.startsWith("a file with") || meaning.startsWith("the file to") || isFolder();
        }

        boolean isRead() {
            return meaning.startsWith("a file with");
        }

        boolean isProduct() {
            return meaning.startsWith("the product");
        }

        boolean isRevision() {
            return REVISIONS.contains(name);
        }
    }

    @Test
    void thePageKnowsTheFlags() throws IOException {
        Set<String> flags = new TreeSet<>();
        options().stream().filter(Option::isFlag).forEach(option -> flags.add(option.name()));

        Set<String> declared = new TreeSet<>();
        Set<String> valued = new TreeSet<>();
        for (String word : Commands.all().words()) {
            CommandOptions options =
                    Commands.all().find(CommandLine.parse(word)).options();
            declared.addAll(options.flags());
            options.names().stream()
                    .filter(name -> !options.flags().contains(name))
                    .forEach(valued::add);
        }
        assertThat(declared).isEqualTo(flags).doesNotContainAnyElementsOf(valued);
    }

    /** Whatever kind of value it needs. */
    @Test
    void anEmptyValueIsAMistakeOfTheUser() {
        int checked = 0;
        for (String word : Commands.all().words()) {
            CommandDefinition command = Commands.all().find(CommandLine.parse(word));
            for (String option : command.options().and(Commands.COMMON).names()) {
                if (!command.options().flags().contains(option) && !option.equals("message")) {
                    for (String empty : List.of("", "=", "=\"\"", "=\" \"")) {
                        CommandLine line = CommandLine.parse(word + " --" + option + empty);
                        assertThatThrownBy(() -> command.check(line))
                                .as("%s", line)
                                .hasMessageContaining("The option " + option + " has no value")
                                .isInstanceOfSatisfying(
                                        RetortException.class,
                                        failure -> assertThat(failure.status()).isEqualTo(ExitStatus.USAGE));
                        checked++;
                    }
                }
            }
        }
        assertThat(checked).isGreaterThan(200);
    }

    @OnDatabases(H2)
    void aWrongValueIsAMistakeOfTheUser(TestDb given) throws IOException {
        judgeAll(given);
    }

    @OnDatabases({POSTGRESQL, MARIADB})
    @EnabledIfSystemProperty(named = "retort.full", matches = "true")
    void itIsOneOnServersToo(TestDb given) throws IOException {
        judgeAll(given);
    }

    private void judgeAll(TestDb given) throws IOException {
        Map<String, Integer> cases = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (Option option : options()) {
            for (String value : values(option, cases)) {
                String line = line(option, value);
                try (TestDb db = database(option, given).server().newDatabase()) {
                    String seen = run(option.goal(), line + " --json", db);
                    judge(line, value, seen, wrong);
                }
            }
        }
        assertThat(wrong).as("of %s", cases).isEmpty();
        assertThat(cases.get("flag")).as("%s", cases).isGreaterThan(30);
        assertThat(cases.get("file")).as("%s", cases).isGreaterThan(30);
        assertThat(cases.get("product")).as("%s", cases).isGreaterThan(4);
        assertThat(cases.get("revision")).as("%s", cases).isGreaterThan(8);
        assertThat(cases.get("format")).as("%s", cases).isGreaterThan(3);
    }

    private static void judge(String line, String value, String seen, List<String> wrong) {
        String json =
                seen.lines().filter(each -> !each.startsWith("! ")).findFirst().orElse("");
        if (json.isEmpty()) {
            wrong.add(line + " prints no object: " + seen);
            return;
        }
        Map<String, Object> object = JsonParserFactory.getJsonParser().parseMap(json);
        Map<?, ?> failure = object.get("failure") instanceof Map<?, ?> map ? map : Map.of();
        String problem = failure.get("problem") + "\n" + failure.get("detail");
        boolean repeats = value.startsWith("/") && problem.split(Pattern.quote(value), -1).length > 2;
        if (!Integer.valueOf(2).equals(object.get("exit"))
                || repeats
                || problem.contains("Exception")
                || problem.contains("java.nio")) {
            wrong.add(line + ": " + json);
        }
    }

    private List<String> values(Option option, Map<String, Integer> cases) throws IOException {
        if (option.isFlag()) {
            return option.name().equals("json") ? List.of() : counted("flag", cases, List.of("maybe"));
        }
        if (option.isFile()) {
            Path file = Files.writeString(folder.resolve("file"), "no json \ud83d\ude00");
            List<String> values = new ArrayList<>(List.of(file + "/below", "nul\\u0000"));
            if (!option.isFolder()) {
                values.add("/nope/x");
                values.add(folder.toString());
            }
            if (option.isRead()) {
                values.add("missing.txt");
                values.add("");
                values.add(file.toString());
            }
            return counted("file", cases, values);
        }
        if (option.isProduct()) {
            return counted("product", cases, List.of("nonsense", "postgresql:latest"));
        }
        if (option.isRevision()) {
            return counted("revision", cases, List.of("nope"));
        }
        if (option.name().equals("format")) {
            return counted("format", cases, List.of("xml"));
        }
        return List.of();
    }

    private static List<String> counted(String kind, Map<String, Integer> cases, List<String> values) {
        cases.merge(kind, values.size(), Integer::sum);
        return values;
    }

    private static String line(Option option, String value) {
        String needed = NEEDED.getOrDefault(option.goal(), "");
        String given = "--" + option.name() + "=\"" + value + '"';
        if (option.name().equals("target")) {
            String flags = needed.replaceAll("(^| )[^- ][^ ]*", "");
            return option.goal() + " " + value + " " + flags;
        }
        String others =
                needed.replaceAll("--" + option.name() + "(=\\S+)?(?= |$)", "").strip();
        boolean offline = option.name().equals("database") && !option.goal().equals("blame");
        if (offline && !others.contains("--offline") && !option.goal().equals("lint")) {
            others += " --offline";
        }
        if (option.goal().equals("revision") && option.name().matches("database|answers|sizes")) {
            others = others.replace("--empty ", "");
        }
        return (option.goal() + " " + others + " " + given).replaceAll(" +", " ");
    }

    /** There is no script that checks its steps for a product without procedural SQL. */
    private static TestDatabase database(Option option, TestDb given) {
        return option.goal().equals("script") && given.database() == H2 ? POSTGRESQL : given.database();
    }

    private String run(String goal, String line, TestDb db) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(
                "retort.locations",
                goal.equals("dev") ? "io.retort.boot.autoconfigure.revisions" : "classpath:story,db.revisions");
        properties.put("retort.sources", folder.resolve("java").toString());
        properties.put("retort.resources", folder.resolve("resources").toString());
        properties.put("retort.classes", folder.toString());
        properties.put("retort.interactive", "false");
        return ToolInside.on(db, ENTITIES.contains(goal) ? ShopApplication.class : StoryApplication.class, properties)
                .run(line)
                .seen();
    }

    private static List<Option> options() throws IOException {
        String page = Files.readString(Path.of("../../docs/commands.md"));
        List<Option> options = new ArrayList<>();
        Matcher goal = GOAL.matcher(page);
        List<MatchResult> goals = goal.results().toList();
        for (int i = 0; i < goals.size(); i++) {
            String name = goals.get(i).group(1);
            if (!ToolInside.words().contains(name)) {
                continue;
            }
            int end = i + 1 < goals.size() ? goals.get(i + 1).start() : page.length();
            Matcher row = ROW.matcher(page.substring(goals.get(i).end(), end));
            while (row.find()) {
                String option = row.group(1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
                options.add(new Option(name, option, Objects.requireNonNullElse(row.group(2), ""), row.group(3)));
            }
        }
        assertThat(options).hasSizeGreaterThan(120);
        return options;
    }
}
