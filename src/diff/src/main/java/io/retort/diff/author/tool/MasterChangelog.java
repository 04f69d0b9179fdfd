package io.retort.diff.author.tool;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A changelog that includes others.
 *
 * @param text its text
 * @param format its format
 */
record MasterChangelog(String text, ChangelogFormat format) {

    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->|(?m)^\\s*#.*$");

    private static final Pattern DIRECTIVE = Pattern.compile(
            "\\b(include(?:All)?)\\b[\"']?\\s*:?\\s*[{]?[^>}]*?\\b(?:file|path)[\"']?\\s*[:=]\\s*[\"']?([^\"'\\s,>}]+)");

    private static final Pattern RELATIVE = Pattern.compile("relativeToChangelogFile[\"']?\\s*[:=]\\s*[\"']?true");

    /** A file of such a folder runs under conditions, or in another order than that of the names. */
    private static final Pattern CONDITION = Pattern.compile(
            "\\b(filter|resourceFilter|resourceComparator|minDepth|maxDepth|contexts?|contextFilter|labels|ignore)\\b"
                    + "[\"']?\\s*[:=]");

    private static final Pattern SUFFIX = Pattern.compile("\\bendsWithFilter[\"']?\\s*[:=]\\s*[\"']?([^\"'\\s,>}]+)");

    /** The end of an entry: a bracket, or the next item of a YAML list. */
    private static final Pattern ENTRY_END = Pattern.compile("[>}]|\\n\\s*-\\s");

    private static final String EMPTY_LIST = "databaseChangeLog: []";

    private static final Pattern ITEM = Pattern.compile("( *)-( +)\\S.*");

    private static final String LIST = "databaseChangeLog:";

    private static final String EMPTY_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog
                xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
            </databaseChangeLog>
            """;

    private static final String END = "</databaseChangeLog>";

    /** The formats of changelogs. */
    enum ChangelogFormat {
        YAML,
        XML,
        JSON,
        SQL,
        OTHER;

        static ChangelogFormat of(String name) {
            String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return switch (extension) {
                case "yaml", "yml" -> YAML;
                case "xml" -> XML;
                case "json" -> JSON;
                case "sql" -> SQL;
                default -> OTHER;
            };
        }
    }

    /** What an entry that includes a folder says about new SQL files in it. */
    enum Selection {
        /** Each of them runs, in the order of the paths. */
        ALL,
        /** None of them runs. */
        NONE,
        /** It depends on a condition, or the order is another one. */
        CONDITIONAL
    }

    /**
     * An entry that includes others.
     *
     * @param folder whether it includes all files of a folder
     * @param path the file or folder
     * @param relative whether the path is relative to the changelog
     * @param selection what happens to new files in the folder
     */
    record Include(boolean folder, String path, boolean relative, Selection selection) {}

    /** Returns a changelog without entries; empty if this format has none. */
    static Optional<MasterChangelog> withoutEntries(ChangelogFormat format) {
        String text = switch (format) {
            case YAML -> LIST + "\n";
            case XML -> EMPTY_XML;
            case JSON -> "{\"databaseChangeLog\": []}\n";
            case SQL, OTHER -> null;
        };
        return Optional.ofNullable(text).map(empty -> new MasterChangelog(empty, format));
    }

    /** Returns the last entry that includes others; empty if it includes no others. */
    Optional<Include> last() {
        List<Include> all = includes();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Returns the entries that include others. */
    List<Include> includes() {
        String bare = bare();
        return DIRECTIVE
                .matcher(bare)
                .results()
                .map(found -> include(found, entry(bare, found)))
                .toList();
    }

    /** Returns whether the changelog has changesets of its own. */
    boolean hasChangesets() {
        return Pattern.compile("\\bchangeSet\\b", Pattern.CASE_INSENSITIVE)
                .matcher(bare())
                .find();
    }

    /** Returns the text without comments. */
    String bare() {
        return COMMENT.matcher(text).replaceAll("");
    }

    private static String entry(String bare, MatchResult found) {
        Matcher end = ENTRY_END.matcher(bare);
        return bare.substring(found.start(), end.find(found.end()) ? end.start() : bare.length());
    }

    private static Include include(MatchResult found, String entry) {
        return new Include(
                found.group(1).equals("includeAll"),
                found.group(2),
                RELATIVE.matcher(entry).find(),
                selection(entry));
    }

    private static Selection selection(String entry) {
        Matcher suffix = SUFFIX.matcher(entry);
        if (suffix.find() && !".sql".endsWith(suffix.group(1).toLowerCase(Locale.ROOT))) {
            return Selection.NONE;
        }
        return CONDITION.matcher(entry).find() ? Selection.CONDITIONAL : Selection.ALL;
    }

    /** Returns whether paths are relative to the changelog. */
    boolean isRelative() {
        return RELATIVE.matcher(bare()).find();
    }

    /** Returns the entry that includes a file, as a user would add it. */
    String entry(String file) {
        boolean relative = isRelative();
        return switch (format) {
            case XML -> "<include file=\"" + file + "\"" + (relative ? " relativeToChangelogFile=\"true\"" : "") + "/>";
            case JSON ->
                "{\"include\": {\"file\": \"" + file + "\"" + (relative ? ", \"relativeToChangelogFile\": true" : "")
                        + "}}";
            default -> "- include: {file: \"" + file + "\"" + (relative ? ", relativeToChangelogFile: true" : "") + "}";
        };
    }

    /** Returns the text with an entry for a file at its end; empty if the text has an unusual form. */
    Optional<String> including(String file) {
        return switch (format) {
            case YAML -> yaml(file);
            case XML -> xml(file);
            case JSON -> json(file);
            case SQL, OTHER -> Optional.empty();
        };
    }

    /** Only a document with one list, whose items all have the same indentation. */
    private Optional<String> yaml(String file) {
        String indentation = null;
        boolean list = false;
        for (String line : text.lines().toList()) {
            String bare = line.strip();
            if (bare.isEmpty() || bare.startsWith("#")) {
                continue;
            }
            if (line.indexOf('\t') >= 0 || bare.startsWith("---") || bare.startsWith("...")) {
                return Optional.empty();
            }
            boolean item = ITEM.matcher(line).matches();
            int at = line.length() - line.stripLeading().length();
            if (!list) {
                if (bare.equals(EMPTY_LIST) && at == 0) {
                    return withoutBrackets().yaml(file);
                }
                if (!bare.equals(LIST) || at > 0) {
                    return Optional.empty();
                }
                list = true;
            } else if (indentation == null) {
                if (!item) {
                    return Optional.empty();
                }
                indentation = " ".repeat(at);
            } else if (at < indentation.length() || at == indentation.length() && !item) {
                return Optional.empty();
            }
        }
        if (!list) {
            return Optional.empty();
        }
        String before = indentation == null ? "  " : indentation;
        String end = text.endsWith("\n") ? "" : "\n";
        String entry = before + "- include:\n" + before + "    file: " + file + "\n"
                + (isRelative() ? before + "    relativeToChangelogFile: true\n" : "");
        return Optional.of(text + end + entry);
    }

    private MasterChangelog withoutBrackets() {
        return new MasterChangelog(text.replaceFirst("(?m)^databaseChangeLog: \\[]", LIST), format);
    }

    private Optional<String> xml(String file) {
        int at = text.lastIndexOf(END);
        if (at < 0 || text.indexOf(END) != at || text.indexOf("-->", at) >= 0) {
            return Optional.empty();
        }
        int line = text.lastIndexOf('\n', at) + 1;
        boolean ownLine = text.substring(line, at).isBlank();
        int place = ownLine ? line : at;
        return Optional.of(
                text.substring(0, place) + (ownLine ? "" : "\n") + "    " + entry(file) + "\n" + text.substring(place));
    }

    private Optional<String> json(String file) {
        String bare = text.stripTrailing();
        if (!bare.endsWith("}")) {
            return Optional.empty();
        }
        String list = bare.substring(0, bare.length() - 1).stripTrailing();
        if (!list.endsWith("]")) {
            return Optional.empty();
        }
        String items = list.substring(0, list.length() - 1).stripTrailing();
        String separator = items.endsWith("}") ? ",\n    " : items.endsWith("[") ? "\n    " : null;
        return separator == null
                ? Optional.empty()
                : Optional.of(items + separator + entry(file) + "\n" + text.substring(list.length() - 1));
    }
}
