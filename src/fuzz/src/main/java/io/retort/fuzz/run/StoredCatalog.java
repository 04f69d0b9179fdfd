package io.retort.fuzz.run;

import io.retort.fuzz.model.EntityType;
import io.retort.fuzz.model.Model;
import io.retort.fuzz.model.TableRule;
import io.retort.testkit.TestDb;
import io.retort.testkit.dump.SchemaDump;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalog of a database as its own tools print it, without irrelevant parts. */
final class StoredCatalog {

    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*+'");
    private static final Pattern MEMBERS = Pattern.compile("(?i)\\b(check|constraint)\\b.*(\\bin\\b|\\barray\\b)");
    private static final Pattern OWNED = Pattern.compile("owned (.*) by .*");

    private StoredCatalog() {}

    /** Includes all names, to compare a database before and after a round trip. */
    static List<String> exact(TestDb db) throws SQLException {
        return clean(SchemaDump.of(db).without("retort_revision").withoutPlaces());
    }

    /** Excludes generated names, to compare with Hibernate's schema creation. */
    static List<String> unnamed(TestDb db, Model model) throws SQLException {
        String given = Stream.concat(
                        model.entities().stream()
                                .map(EntityType::rules)
                                .flatMap(List::stream)
                                .map(TableRule::name)
                                .filter(name -> !name.isEmpty()),
                        Stream.of("hand_made_\\d+"))
                .collect(Collectors.joining("|"));
        return unnamedCounters(clean(SchemaDump.of(db)
                        .without("retort_revision")
                        .withoutPlaces()
                        .naming(given)))
                .stream()
                .map(StoredCatalog::sortedMembers)
                .sorted()
                .toList();
    }

    /** The order of values in a check constraint means nothing, so that a new one is no difference. */
    private static String sortedMembers(String line) {
        if (!MEMBERS.matcher(line).find()) {
            return line;
        }
        Iterator<String> sorted =
                STRING.matcher(line).results().map(MatchResult::group).sorted().iterator();
        return STRING.matcher(line).replaceAll(found -> Matcher.quoteReplacement(sorted.next()));
    }

    /** PostgreSQL names the sequence of an identity column after the table, and keeps the name when that is renamed. */
    private static List<String> unnamedCounters(List<String> lines) {
        List<String> owned = lines.stream()
                .map(OWNED::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .toList();
        return lines.stream()
                .map(line -> owned.stream()
                        .filter(name -> line.matches("(owned|relation|sequence) " + Pattern.quote(name) + " .*"))
                        .findFirst()
                        .map(name -> line.replace(name, "?"))
                        .orElse(line))
                .sorted()
                .toList();
    }

    private static List<String> clean(SchemaDump dump) {
        return dump.lines().stream()
                .filter(line -> !line.startsWith("row ") && !line.startsWith("INSERT INTO"))
                .map(line -> line.startsWith("constraint ")
                        ? line.replaceAll("::(character varying|text)(\\[])?", "")
                                .replaceAll("[()]", "")
                        : line)
                // SQLite quotes a table in the text of a view when it is renamed
                .map(line -> line.startsWith("view ") ? line.replace("\"", "") : line)
                // SQLite numbers the indexes of unique constraints in their order, which means nothing
                .map(line -> line.replaceFirst("^(index .* \"?sqlite_autoindex_.*?)_\\d+(\"? )", "$1$2"))
                .map(line -> line.replaceFirst(" last (\\d+|-)$", "")
                        .replaceFirst(" RESTART WITH \\d+", "")
                        .replaceFirst(" AUTO_INCREMENT=\\d+", "")
                        .replaceFirst(" DEFAULT NULL", "")
                        // PostgreSQL names it after the column, and keeps the name when that is renamed
                        .replaceFirst(
                                "^(constraint (?:\"[^\"]*\"|[^\\s\"])+) (?:\"[^\"]*\"|\\S+) (NOT NULL .*)", "$1 ? $2")
                        // MySQL's time of a trigger
                        .replaceFirst("\\|\\d{4}-\\d\\d-\\d\\d [\\d:.]+\\|", "|")
                        .replaceFirst("^(ALTER SEQUENCE .*|ALTER TABLE .* ALTER COLUMN .*) RESTART WITH \\d+$", "")
                        .replaceFirst(" CHARACTER SET utf8mb4( COLLATE utf8mb4_0900_ai_ci)? DEFAULT", " DEFAULT"))
                .filter(line -> !line.isEmpty())
                .sorted()
                .toList();
    }

    /** Removes a hand-made object, or a hand-made default or comment from the line of another object. */
    static List<String> without(String mark, List<String> lines) {
        String quoted = "'" + mark + "'";
        String text = "(?i)( default)?( comment)? " + quoted + "(::[a-z ]+(\\(\\d+\\))?)?";
        return lines.stream()
                .filter(line -> !line.toLowerCase(Locale.ROOT).contains(mark) || line.contains(quoted))
                .map(line -> line.replaceFirst(text, ""))
                .toList();
    }

    /** Returns the lines that only one catalog contains, with a minus for the first and a plus for the second. */
    static List<String> difference(List<String> first, List<String> second) {
        List<String> missing = new ArrayList<>(first);
        second.forEach(missing::remove);
        List<String> more = new ArrayList<>(second);
        first.forEach(more::remove);
        return Stream.concat(
                        missing.stream().map(line -> "- " + line), more.stream().map(line -> "+ " + line))
                .toList();
    }
}
