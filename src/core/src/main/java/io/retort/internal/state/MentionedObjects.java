package io.retort.internal.state;

import io.retort.schema.Constraint;
import io.retort.schema.Identifier;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The objects that statements can be about. Statements name them in any way, also in a literal or comment. A table is
 * also one if they name an index or a constraint of it.
 */
public final class MentionedObjects {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}_$]+");

    private MentionedObjects() {}

    /**
     * Returns the names of tables, sequences and types.
     *
     * @param statements SQL or Java text
     * @param schema the objects to look for
     */
    public static Set<QualifiedName> in(Collection<String> statements, Snapshot schema) {
        Set<String> words = new TreeSet<>();
        statements.stream().flatMap(MentionedObjects::words).forEach(words::add);
        Predicate<String> isMentioned =
                name -> words(Identifier.parse(name).text()).allMatch(words::contains);
        Set<QualifiedName> found = new TreeSet<>();
        for (Table table : schema.tables()) {
            if (names(table).anyMatch(isMentioned)) {
                found.add(table.name());
            }
        }
        Stream.concat(
                        schema.sequences().stream().map(Sequence::name),
                        schema.enumTypes().stream().map(type -> type.name()))
                .filter(name -> isMentioned.test(name.name()))
                .forEach(found::add);
        return found;
    }

    private static Stream<String> names(Table table) {
        return Stream.of(
                        Stream.of(table.name().name()),
                        table.indexes().stream().map(Index::name),
                        table.constraints().stream().map(Constraint::name).filter(Objects::nonNull))
                .flatMap(names -> names);
    }

    /** Returns the words of a text in lower case: what can be the name of an object, or a part of one. */
    static Stream<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT));
    }
}
