package io.retort.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.testkit.StringLiterals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every public member of the API has Javadoc, and everything that a revision file calls has an example. */
class JavadocTests {

    private static final Path CORE = Path.of("src/main/java/io/retort");

    /** A constructor or method; compact constructors of records have no parameters to describe. */
    private static final Pattern PUBLIC_MEMBER =
            Pattern.compile(" +public (?!record|class|enum|interface|sealed|static final class).*?(\\w+)\\(.*");

    private record Member(String name, String javadoc, boolean overrides) {

        /** A reference such as {@code #upsert(String)} is not a call. */
        private boolean hasExample() {
            return Pattern.compile("(?<![#\\w])" + name + "\\(")
                    .matcher(javadoc)
                    .find();
        }
    }

    @Test
    void everyPublicMemberOfTheApiHasJavadoc() {
        List<String> without = new ArrayList<>();
        Map<String, String> sources = StringLiterals.sourcesBelow(CORE);
        sources.forEach((file, source) -> {
            if (!file.startsWith("internal")) {
                members(source).stream()
                        .filter(member -> member.javadoc().isEmpty() && !member.overrides())
                        .forEach(member -> without.add(file + ": " + member.name()));
            }
        });

        assertThat(sources).hasSizeGreaterThan(100);
        assertThat(without).isEmpty();
    }

    @Test
    void everythingThatARevisionFileCallsHasAnExample() {
        Map<String, String> sources = StringLiterals.sourcesBelow(CORE.resolve("migration"));
        List<Member> called = new ArrayList<>(members(sources.get("Definitions.java")));
        members(sources.get("Operations.java")).stream()
                .dropWhile(member -> !member.name().equals("createTable"))
                .forEach(called::add);

        assertThat(called).hasSizeGreaterThan(100);
        assertThat(called)
                .filteredOn(member -> !member.overrides() && !member.hasExample())
                .extracting(Member::name)
                .isEmpty();
    }

    @Test
    void readsTheJavadocOfAMember() {
        assertThat(members("""
                class A {
                    /**
                     * One: {@code one()}.
                     */
                    @Support
                    @SuppressWarnings("varargs")
                    public void one() {}

                    public int two(int a) {

                    @Override
                    public String three() {
                    /** See {@link #four(int)}. */
                    public static List<A> four(
                """))
                .extracting(
                        member -> member.name() + member.javadoc().isEmpty() + member.overrides() + member.hasExample())
                .containsExactly("onefalsefalsetrue", "twotruefalsefalse", "threetruetruefalse", "fourfalsefalsefalse");
    }

    private static List<Member> members(String source) {
        List<String> lines = source.lines().toList();
        List<Member> members = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            Matcher declaration = PUBLIC_MEMBER.matcher(lines.get(at));
            if (declaration.matches()) {
                int annotated = first(lines, at, line -> line.startsWith("@"));
                int documented = first(lines, annotated, line -> line.startsWith("*") || line.startsWith("/**"));
                members.add(new Member(
                        declaration.group(1),
                        String.join("\n", lines.subList(documented, annotated)),
                        lines.subList(annotated, at).stream().anyMatch(line -> line.contains("@Override"))));
            }
        }
        return members;
    }

    /** The first of the lines before another one that are all of one kind. */
    private static int first(List<String> lines, int before, Predicate<String> kind) {
        int first = before;
        while (first > 0 && kind.test(lines.get(first - 1).strip())) {
            first--;
        }
        return first;
    }
}
