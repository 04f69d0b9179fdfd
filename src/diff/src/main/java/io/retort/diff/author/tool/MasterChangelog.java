package io.retort.diff.author.tool;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A changelog that includes others.
 *
 * @param text its text
 * @param format its format
 */
record MasterChangelog(String text, Format format) {

    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->|(?m)^\\s*#.*$");

    private static final Pattern DIRECTIVE = Pattern.compile(
            "\\b(include(?:All)?)\\b[\"']?\\s*:?\\s*[{]?[^>}]*?\\b(?:file|path)[\"']?\\s*[:=]\\s*[\"']?([^\"'\\s,>}]+)");

    private static final Pattern RELATIVE = Pattern.compile("relativeToChangelogFile[\"']?\\s*[:=]\\s*[\"']?true");

    private static final Pattern ITEM = Pattern.compile("( *)-( +)\\S.*");

    private static final String LIST = "databaseChangeLog:";

    private static final String END = "</databaseChangeLog>";

    /** The formats of changelogs. */
    enum Format {
        YAML,
        XML,
        JSON,
        SQL,
        OTHER;

        static Format of(String name) {
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

    /**
     * The last entry that includes others.
     *
     * @param folder whether it includes all files of a folder
     * @param path the file or folder
     */
    record Include(boolean folder, String path) {}

    /** Returns the last entry that includes others; empty if it includes no others. */
    Optional<Include> last() {
        List<MatchResult> all = DIRECTIVE
                .matcher(COMMENT.matcher(text).replaceAll(""))
                .results()
                .toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1))
                        .map(found -> new Include(found.group(1).equals("includeAll"), found.group(2)));
    }

    /** Returns whether paths are relative to the changelog. */
    boolean isRelative() {
        return RELATIVE.matcher(COMMENT.matcher(text).replaceAll("")).find();
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
