package io.retort.badinput;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One mistake and its message, as described by a file in {@code badinput}.
 *
 * <pre>
 * === the title
 * --- file 3f2a91c07b4e_add_email.sql
 * -- revision: 3f2a91c07b4e
 * --- upgrade head
 * --- rows
 * insert into retort_revision ...;
 * --- says
 * the message
 * </pre>
 *
 * <p>{@code \}{@code u0000} is a character by its code, and <code>{{130*a}}</code> is a text repeated 130 times.
 *
 * @param title what is wrong
 * @param files the revision files by name
 * @param command the command and its target; {@code upgrade head} by default
 * @param rows SQL that runs before the command, on a database with an empty history table; can be empty
 * @param says the exact message
 * @param source the case as written in the file, without the message
 */
record BadInput(String title, Map<String, String> files, String command, String rows, String says, String source) {

    private static final Pattern CASE = Pattern.compile("(?m)^=== ");
    private static final Pattern SECTION =
            Pattern.compile("(?m)^--- (file|upgrade|downgrade|stamp|rows|says)(.*)$\\n?");
    private static final Pattern CHARACTER = Pattern.compile("\\\\u([0-9a-f]{4})");
    private static final Pattern REPEATED = Pattern.compile("\\{\\{(\\d+)\\*(.+?)}}");

    static List<BadInput> read(String text) {
        List<BadInput> all = new ArrayList<>();
        String[] cases = CASE.split(text);
        for (int i = 1; i < cases.length; i++) {
            all.add(parse(cases[i]));
        }
        return all;
    }

    private static BadInput parse(String text) {
        Map<String, String> files = new LinkedHashMap<>();
        String command = "upgrade head";
        String rows = "";
        String says = "";
        int sayingAt = text.length();
        List<MatchResult> heads = SECTION.matcher(text).results().toList();
        for (int i = 0; i < heads.size(); i++) {
            MatchResult head = heads.get(i);
            String body = text.substring(
                    head.end(), i + 1 < heads.size() ? heads.get(i + 1).start() : text.length());
            switch (head.group(1)) {
                case "file" -> files.put(plain(head.group(2).strip()), plain(body));
                case "rows" -> rows = plain(body);
                case "says" -> {
                    says = body.strip();
                    sayingAt = head.start();
                }
                default -> command = plain(head.group(1) + head.group(2));
            }
        }
        String title = text.lines().findFirst().orElse("").strip();
        return new BadInput(
                title, files, command, rows, says, text.substring(0, sayingAt).stripTrailing());
    }

    private static String plain(String text) {
        String repeated = REPEATED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1)))));
        return CHARACTER
                .matcher(repeated)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    String answered(String answer) {
        return "=== " + source + "\n--- says\n" + answer + "\n\n";
    }

    @Override
    public String toString() {
        return title;
    }
}
